import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './measure/bench.ts';
import { print, printResult, printTable } from './measure/print-table.ts';
import type { Result } from './measure/result.ts';
import { rows } from './rows.ts';

// What Foyer claims of its speed, each figure beside its limit in the same run.
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    'import-rows': { type: 'string', default: '1000000' },
    'most-codes': { type: 'string', default: '1000000' },
  },
});
const chosen = Object.entries(rows).filter(([name]) => name.includes(values.only));
if (chosen.length === 0) throw new Error(`--only: one of these is expected: ${Object.keys(rows).join(', ')}`);

await using bench = await openBench({
  importRows: Number(values['import-rows']),
  maxCodes: Number(values['most-codes']),
});
// Of a whole run only: figures of several days beside each other would say nothing.
const latest = values.only ? null : join(import.meta.dirname, 'results/latest.json');
if (latest) await mkdir(dirname(latest), { recursive: true });
const results: Result[] = [];
for (const [name, measure] of chosen) {
  print(`\n${name}`);
  const begun = performance.now();
  const measured = await measure(bench);
  print(`(${Math.round((performance.now() - begun) / 1000)} s)`);
  measured.forEach(printResult);
  results.push(...measured);
  if (latest) await writeFile(latest, `${JSON.stringify(results, null, 2)}\n`);
}
printTable(results);
