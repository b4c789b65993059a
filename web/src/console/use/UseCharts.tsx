import type { Use } from '../api/use.ts';
import { Chart } from '../chart/Chart.tsx';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { daysBetween } from '../time/zoned-days.ts';

const names = ['entries', 'registrations', 'conversions', 'messages', 'tokens'] as const;

/** One chart for each number that is not always zero. */
export function UseCharts({ use: { from, until, rows }, today }: { use: Use; today: string }) {
  const byDay = new Map(rows.map((row) => [row.key, row]));
  const days = daysBetween(from, until);
  return names
    .filter((name) => name === 'entries' || rows.some((row) => row[name] !== 0 && row[name] !== null))
    .map((name) => (
      <Panel key={name} title={t.use.perDay[name]}>
        <Chart
          title={t.use.perDay[name]}
          today={today}
          days={days.map((day) => ({ day, value: byDay.get(day)?.[name] ?? 0 }))}
        />
      </Panel>
    ));
}
