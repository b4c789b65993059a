/**
 * Rows of cells in aligned columns, two spaces apart. A cell of several lines continues in its column.
 *
 * @param widths how wide the columns are at least; is left as wide as they became
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

/** A number with what it counts. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A text that changes nothing on a terminal but to appear there: what is not printable is shown by its number. */
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
