import type { Database } from '@foyer/database';
import type { Limits } from '@foyer/policy';
import { modelCallsOf, untilNextDay } from '../models/model-calls.ts';
import { about, type Finding } from './finding.ts';

/** @param db null when the database is unavailable or not up to date */
export async function checkModelCalls(
  { modelCallsPerDay: perDay }: Pick<Limits, 'modelCallsPerDay'>,
  db: Database['db'] | null,
  now: number,
): Promise<Finding[]> {
  if (perDay === null) return [];
  const { ok, warning, off } = about('model calls');
  if (!db) return [off('Not checked: this needs an up-to-date database.', 'Fix the database first.')];
  const spent = await modelCallsOf(db, now);
  const message = `${spent} of ${perDay} model calls of today (UTC) are spent`;
  if (spent * 100 < 80 * perDay) return [ok(`${message}.`)];
  const hours = Math.ceil(untilNextDay(now) / (60 * 60 * 1000));
  const until = `${hours} ${hours === 1 ? 'hour' : 'hours'} before the day ends`;
  return [
    warning(
      spent >= perDay ? `${message}, ${until}: nobody gets a reply.` : `${message}, ${until}.`,
      'Raise MODEL_CALLS_PER_DAY and restart the servers, or wait for the next day.',
    ),
  ];
}
