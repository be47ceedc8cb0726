/** A cell of a report: plain ones (numbers, ids) print as they are, text ones are made safe for spreadsheets. */
export interface ReportCell {
  readonly value: string;
  readonly text: boolean;
}

/** A report as plain rows; a writer knows the format. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

export const plain = (value: string): ReportCell => ({ value, text: false });
export const text = (value: string): ReportCell => ({ value, text: true });
