import { Worker } from "node:worker_threads";

/** Watches a synchronous loop from another thread, since nothing in the same thread could stop one that never ends. */
export interface Watchdog {
  /** Says that the next case begins. */
  readonly started: (index: number) => void;
  readonly stop: () => Promise<void>;
}

const MOST_SECONDS = 60;

/** Ends the process with a word about the case when no other begins within a minute. */
export function watchdog(name: string): Watchdog {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(WATCH, { eval: true, workerData: { shared, name, seconds: MOST_SECONDS } });
  return {
    started: (index) => {
      Atomics.store(shared, 0, index);
      Atomics.add(shared, 1, 1);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

const WATCH = `
const { workerData: { shared, name, seconds } } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let last = -1;
setInterval(() => {
  const now = Atomics.load(shared, 1);
  if (now === last) {
    writeSync(2, name + ": case " + Atomics.load(shared, 0) + " has not ended for " + seconds + " seconds\\n");
    process.kill(process.pid, "SIGKILL");
  }
  last = now;
}, seconds * 1000);
`;
