import * as contract from '@foyer/api/operator/use';
import { csvLine } from '@foyer/code-files/export-codes';
import type { Database } from '@foyer/database';
import { batchIdOf } from '@foyer/invitation-codes/codes';
import { Hono } from 'hono';
import type * as z from 'zod';
import { surveyAssistants } from '../assistants/survey-assistants.ts';
import { few } from '../codes/few.ts';
import type { Config } from '../config/read-config.ts';
import { dayIn } from '../config/time-zone.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Operating } from '../operators/guard.ts';
import { type Counts, noCounts, type UseAsked, useBy } from './use.ts';

type Deps = { config: Config; database: Pick<Database, 'db'>; now: () => number };
type Query = z.output<(typeof contract.getUse)['query']>;

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;
const mostDays = 366;

export function useRoutes({ config, database: { db }, now }: Deps) {
  const routes = new Hono<Operating>();

  async function useFor(query: Query) {
    const { timeZone } = config.limits;
    const { until = dayIn(now(), timeZone), by = 'day', batch, label, assistant } = query;
    const { from = dayBefore(until, usualDays - 1) } = query;
    const asked: UseAsked = {
      from,
      until,
      by,
      label,
      assistant,
      batch: batch && (batchIdOf(batch) ?? batch),
    };
    const days = (Date.parse(until) - Date.parse(from)) / dayMs + 1;
    if (days < 1) return { problem: 'from: a day before `until` is expected' };
    if (days > mostDays) return { problem: `from: at most ${mostDays} days are expected` };
    const found = await useBy(db, asked, timeZone);
    const total = [...found.values()].reduce(sumOf, noCounts());
    // The people who wrote may have come before the first day.
    const isOfFew = total.entries < 5;
    const keys =
      by === 'day'
        ? Array.from({ length: days }, (_, day) => dayBefore(until, days - 1 - day))
        : [...found.keys()];
    const names = by === 'day' || by === 'label' ? new Map() : await namesOf(by);
    const rows = keys.map((key) => ({
      key,
      name: names.get(key) ?? null,
      ...told(found.get(key) ?? noCounts(), isOfFew),
    }));
    return { from, until, rows, total: told(total, isOfFew) };
  }

  async function namesOf(by: 'batch' | 'assistant'): Promise<Map<string | null, string | null>> {
    if (by === 'batch') {
      const batches = await db.selectFrom('batch').select(['id', 'label']).execute();
      return new Map(batches.map(({ id, label }) => [id, label]));
    }
    const surveyed = (await surveyAssistants(config)) ?? [];
    return new Map(surveyed.map(({ id, assistant }) => [id, assistant?.name ?? null]));
  }

  serveRoute(routes, contract.getUse, async (c) => {
    const use = await useFor(c.req.valid('query'));
    return 'problem' in use ? refuse(c, 400, 'INVALID_INPUT', use.problem) : c.json(use);
  });

  serveRoute(routes, contract.getUseAsCsv, async (c) => {
    const query = c.req.valid('query');
    const use = await useFor(query);
    if ('problem' in use) return refuse(c, 400, 'INVALID_INPUT', use.problem);
    const columns = ['entries', 'conversions', 'registrations', 'messages', 'tokens'] as const;
    const lines = [
      csvLine([query.by ?? 'day', 'name', ...columns]),
      ...use.rows.map((row) => csvLine([row.key, row.name, ...columns.map((column) => row[column])])),
    ];
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="use.csv"');
    return c.body(`${lines.join('\n')}\n`);
  });

  return routes;
}

function told({ entries, conversions, registrations, messages, tokens }: Counts, isOfFewInAll: boolean) {
  // Of fewer than five people nothing is told: it would be of one person.
  const isOfFew = isOfFewInAll || few(entries) === '<5' || few(messages) === '<5';
  return {
    entries: few(entries),
    conversions: few(conversions),
    registrations: few(registrations),
    messages: isOfFew && messages > 0 ? '<5' : messages,
    tokens: isOfFew ? null : tokens,
  } as const;
}

function sumOf(one: Counts, other: Counts): Counts {
  const names = Object.keys(one) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Counts;
}

/** @param day as `2027-03-01` */
function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);
}
