import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeCodes } from '../load/codes.ts';
import { importFile, writeImportFile } from '../load/import-file.ts';
import { varyCodes } from '../load/various-codes.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { secret, startFoyer } from '../measure/foyer.ts';
import { formatLatencies, latenciesOf } from '../measure/latencies.ts';
import { rounded } from '../measure/result.ts';
import { timeOf } from '../measure/time-of.ts';

const launcher = join(import.meta.dirname, '../../foyer');
const pages = 8;
const most = 100;
const dayMs = 24 * 60 * 60 * 1000;
const sorts = ['newest', 'oldest', 'endsFirst', 'endsLast'];

/** One page of the console's table, for each filter in each order. */
export async function tableOfCodes(bench: Bench) {
  const count = bench.maxCodes;
  const folder = await mkdtemp(join(tmpdir(), 'foyer-table-'));
  const file = join(folder, 'codes.json');
  await writeImportFile(file, count);
  const results = await onBoth(async (kind) => {
    await using place = await bench.place(kind);
    await makeCodes(place.url, 0);
    await importFile(file, place.url);
    await varyCodes(place.url);
    const token = await tokenFor(place.url);
    await using foyer = await startFoyer(place.url);
    const ask = async (path: string) => {
      const answer = await fetch(`${foyer.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { next: string | null };
    };
    const times: number[] = [];
    const besides: number[] = [];
    for (const filter of filters())
      for (const sort of sorts) {
        let after = '';
        for (let page = 0; page < pages; page++) {
          let next: string | null = null;
          times.push(
            await timeOf(async () => {
              ({ next } = await ask(`/api/operator/codes?${filter}&sort=${sort}${after}`));
            }),
          );
          besides.push(await timeOf(() => ask('/api/operator/me')));
          if (next === null) break;
          after = `&after=${next}`;
        }
      }
    const [figure, limit] = [latenciesOf(times), latenciesOf(besides)];
    return {
      work: `a page of ${count} codes, ${filters().length} filters in ${sorts.length} orders, ${nameOf[kind]}`,
      beside: 'the same token asks who it is',
      figure: formatLatencies(figure),
      limit: formatLatencies(limit),
      ratio: rounded(figure.p99 / limit.p99),
      goal: `p99 ≤ ${most} ms`,
      met: figure.p99 <= most,
    };
  });
  await rm(folder, { recursive: true });
  return results;
}

function filters(): string[] {
  const now = Date.now();
  return [
    '',
    ...['open', 'notYet', 'usedUp', 'ended', 'revoked'].map((state) => `state=${state}`),
    ...['login', 'registration'].map((kind) => `kind=${kind}`),
    'batch=B17',
    'label=label%2033',
    ...['housing', 'nobody'].map((assistant) => `assistant=${assistant}`),
    `createdFrom=${now - 3 * dayMs}&createdUntil=${now - 2 * dayMs}`,
    `endsFrom=${now}&endsUntil=${now + 3 * dayMs}`,
    'search=label%2033',
  ];
}

async function tokenFor(url: string): Promise<string> {
  const args = ['token', 'create', '--name', 'bench', '--scope', 'read'];
  const env = { PATH: process.env.PATH, DATABASE_URL: url, SECRET: secret };
  const { stdout } = await promisify(execFile)(launcher, args, { env });
  return stdout.split('\n')[0] ?? '';
}
