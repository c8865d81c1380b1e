/**
 * What a workload found, as a table for readers.
 */
export interface Row {
  readonly name: string;
  readonly figures: Record<string, number>;
  readonly note?: string;
}

export interface Report {
  readonly title: string;
  /** The figures of a row, in the order in which they are shown. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export function table({ title, columns, rows }: Report): string {
  const body = rows.map(({ name, figures }) => [
    name,
    ...columns.map((column) => (column in figures ? formatFigure(figures[column]) : '')),
  ]);
  const lines = [['', ...columns], ...body];
  const widths = lines[0].map((_, k) => Math.max(...lines.map((line) => line[k].length)));
  const drawn = lines.map((line, i) => {
    const cells = line.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k])));
    const note = i > 0 ? rows[i - 1].note : undefined;
    return [...cells, ...(note ? [note] : [])].join('  ').trimEnd();
  });
  return [title, ...drawn].join('\n');
}

/** Three digits that count: 23.1, 1,240,000, 3.1e-16. */
function formatFigure(figure: number): string {
  if (figure === 0) return '0';
  if (Math.abs(figure) < 1e-3) return figure.toExponential(1);
  return Number(figure.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 5 });
}
