import type { CodeInFull } from '../api/codes.ts';
import { Chart } from '../chart/Chart.tsx';
import { useHouse } from '../house.ts';
import { Table } from '../lists/Table.tsx';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { addDays, dayOf, daysBetween } from '../time/zoned-days.ts';

/** So many days are drawn at least, and at most. */
const [fewestDays, mostDays] = [14, 90];

/** When people came in by a code. Where one use is allowed, that would say when one person came: it is not recorded. */
export function UsesOfCode({ code: { days, latest, use } }: { code: CodeInFull }) {
  const { timeZone } = useHouse().options;
  if (!days || !latest)
    return (
      <Panel title={t.code.whoCameIn}>
        <p>{t.code.oneUse}</p>
      </Panel>
    );
  if (use.entries === 0)
    return (
      <Panel title={t.code.whoCameIn}>
        <p>{t.code.noEntries}</p>
      </Panel>
    );
  const today = dayOf(Date.now(), timeZone);
  const counts = new Map(days.map(({ day, entries }) => [day, entries]));
  const first = [addDays(today, 1 - fewestDays), ...counts.keys()].sort()[0] ?? today;
  const shown = daysBetween(first, today).slice(-mostDays);
  return (
    <>
      <Panel title={t.code.usesADay}>
        <Chart
          title={t.code.usesADay}
          today={today}
          days={shown.map((day) => ({ day, value: counts.get(day) ?? 0 }))}
        />
      </Panel>
      <Panel title={t.code.whoCameIn} isTable note={t.code.entriesNote}>
        <Table
          label={t.code.whoCameIn}
          rows={latest.map((entry, index) => ({ ...entry, key: String(index) }))}
          keyOf={({ key }) => key}
          columns={[
            { name: t.code.entries.when, cell: ({ at }) => t.zoned.clock(at), kind: 'number' },
            {
              name: t.code.entries.as,
              cell: (entry) => (entry.as === 'guest' ? t.code.entries.guest : t.code.entries.member),
            },
            {
              name: t.code.entries.became,
              cell: ({ isConverted }) => (isConverted ? t.code.entries.member : '–'),
            },
          ]}
        />
      </Panel>
    </>
  );
}
