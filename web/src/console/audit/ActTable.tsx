import { Link } from 'wouter';
import type { AuditEntry } from '../api/operators.ts';
import { type Column, Table } from '../lists/Table.tsx';
import * as t from '../messages/texts.ts';
import { consolePaths } from '../paths.ts';
import { actName, changesIn } from './entry-text.ts';

type Props = {
  label: string;
  entries: AuditEntry[];
  /** On the page of one code: nothing says on what. */
  isOfOne?: boolean;
};

/** Acts of operators, one a row. */
export function ActTable({ label, entries, isOfOne = false }: Props) {
  const text = t.audit.columns;
  const columns: Column<AuditEntry>[] = [
    { name: text.when, cell: ({ at }) => t.zoned.clock(at), kind: 'number' },
    { name: text.who, cell: whoOf },
    {
      name: text.act,
      cell: ({ act, count }) =>
        count && count > 1 ? `${actName(act)} (${t.audit.count(count)})` : actName(act),
    },
  ];
  if (!isOfOne) columns.push({ name: text.on, cell: (entry) => <On entry={entry} /> });
  columns.push({
    name: text.change,
    cell: (entry) => <Changes entry={entry} />,
    kind: 'dim',
  });
  if (!isOfOne) columns.push({ name: text.from, cell: ({ from }) => from ?? '–', kind: 'dim' });
  return <Table label={label} columns={columns} rows={entries} keyOf={({ id }) => id} />;
}

function whoOf({ by, byName }: AuditEntry): string {
  if (by === 'command') return t.audit.command;
  return byName ?? (by === 'token' ? t.audit.aToken : t.audit.anOperator);
}

/** By its name while it exists. */
function On({ entry: { on, onId, onName } }: { entry: AuditEntry }) {
  const kind = Object.hasOwn(t.audit.on, on) ? t.audit.on[on as keyof typeof t.audit.on] : on;
  if (on === 'setting') return onId ?? kind;
  if (onId && on === 'code') return <Link href={consolePaths.code(onId)}>{onName ?? kind}</Link>;
  if (onId && on === 'batch') return <Link href={consolePaths.batch(onId)}>{onName ?? kind}</Link>;
  return onName ?? kind;
}

function Changes({ entry }: { entry: AuditEntry }) {
  const changes = changesIn(entry.before, entry.after);
  if (changes.length === 0) return '–';
  return (
    <>
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          {field && `${field}: `}
          {from === undefined
            ? (to ?? t.audit.nothing)
            : t.audit.change(from ?? t.audit.nothing, to ?? t.audit.nothing)}
        </div>
      ))}
    </>
  );
}
