import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './bench.ts';
import { print, printResult, printTable } from './print-table.ts';
import type { Result } from './result.ts';
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
  mostCodes: Number(values['most-codes']),
});
const latest = join(import.meta.dirname, 'results/latest.json');
await mkdir(dirname(latest), { recursive: true });
// Of rows that are not asked for now, what was measured last stays.
let known: Result[] = values.only && existsSync(latest) ? JSON.parse(await readFile(latest, 'utf8')) : [];
const results: Result[] = [];
for (const [name, measure] of chosen) {
  print(`\n${name}`);
  const begun = performance.now();
  const measured = await measure(bench);
  print(`(${Math.round((performance.now() - begun) / 1000)} s)`);
  measured.forEach(printResult);
  results.push(...measured);
  known = [...known.filter(({ work }) => !measured.some((result) => result.work === work)), ...measured];
  await writeFile(latest, `${JSON.stringify(known, null, 2)}\n`);
}
printTable(results);
