/** The warnings that Node prints on its own when a package emits one. */
export function warningsOf(process: NodeJS.Process) {
  const found: string[] = [];
  const keep = ({ message }: Error) => void found.push(message);
  return {
    listen: () => void process.on("warning", keep),
    stop: () => void process.off("warning", keep),
    found: (): readonly string[] => found,
  };
}
