import { Link } from 'wouter';
import type { Use, UseQuery, UseRow } from '../api/use.ts';
import { Table } from '../lists/Table.tsx';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';

const numbers = ['entries', 'conversions', 'registrations', 'messages', 'tokens'] as const;

type Row = UseRow & { isTotal: boolean };

/** The same numbers as rows, with their sum. */
export function UseTable({ use: { rows, total }, by }: { use: Use; by: NonNullable<UseQuery['by']> }) {
  const text = t.use;
  const titles = { day: text.byDay, label: text.byLabel, batch: text.byBatch, assistant: text.byAssistant };
  const all: Row[] = [
    { key: null, name: text.total, ...total, isTotal: true },
    // A chart shows the days of nothing.
    ...rows
      .filter((row) => by !== 'day' || numbers.some((name) => row[name] !== 0 && row[name] !== null))
      .map((row) => ({ ...row, isTotal: false })),
  ];
  return (
    <Panel isTable>
      <Table
        label={text.title}
        rows={all}
        keyOf={({ key, isTotal }) => `${isTotal} ${key}`}
        columns={[
          { name: titles[by], cell: (row) => nameOf(row, by) },
          ...numbers.map((name) => ({
            name: text[name],
            kind: 'number' as const,
            cell: (row: Row) => shown(row[name]),
          })),
        ]}
      />
    </Panel>
  );
}

function nameOf({ key, name, isTotal }: Row, by: NonNullable<UseQuery['by']>) {
  if (isTotal) return <b>{name}</b>;
  if (key === null) return t.use.noName;
  if (by === 'day') return t.zoned.ofDay(key);
  if (by === 'batch') return <Link href={consolePaths.batch(key)}>{name ?? key}</Link>;
  return name ?? key;
}

function shown(value: number | '<5' | null): string {
  if (value === null) return '–';
  return value === '<5' ? t.use.few : t.format.number(value);
}
