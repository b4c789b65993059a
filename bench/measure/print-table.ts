import type { Result } from './result.ts';

/** Printed as soon as it is measured. */
export function printResult({ work, beside, figure, limit, ratio, goal, met }: Result) {
  print(`${met ? '✓' : '✗'} ${work}`);
  print(`    ${figure}   beside ${limit}: ${beside}`);
  print(`    ${ratio} ×   goal ${goal}${met ? '' : '   NOT MET'}`);
}

export function printTable(results: Result[]) {
  const lines = results.map(({ work, figure, limit, ratio, goal, met }) => [
    met ? '✓' : '✗',
    work,
    figure,
    limit,
    `${ratio}`,
    goal,
  ]);
  const table = [['', 'work', 'figure', 'limit', 'ratio', 'goal'], ...lines];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  print('');
  for (const line of table)
    print(
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

export function print(text: string) {
  process.stdout.write(`${text}\n`);
}
