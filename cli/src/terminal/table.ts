/**
 * Aligns cells in columns. A cell with several lines continues in its column.
 *
 * @param widths minimum column widths; the function increases them
 */
export function alignTable(rows: string[][], widths: number[] = []): string {
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const longest = Math.max(...cell.split('\n').map(widthOf));
      widths[column] = Math.max(widths[column] ?? 0, longest);
    }
  }
  return rows.flatMap((row) => linesOf(row, widths)).join('\n');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Attack: control characters could change the terminal. They are shown by their numbers. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

function linesOf(row: string[], widths: number[]): string[] {
  const cells = row.map((cell) => cell.split('\n'));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
}

function widthOf(text: string): number {
  return [...text].length;
}
