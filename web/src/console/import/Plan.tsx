import { useCallback, useState } from 'react';
import { type Import, importsApi, type PlannedRow } from '../api/imports.ts';
import { FilterBar, Find } from '../lists/FilterBar.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { Pager } from '../lists/Pager.tsx';
import { Table } from '../lists/Table.tsx';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { CodeText } from '../parts/CodeText.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './import.module.css';

const outcomes = ['new', 'changed', 'refused'] as const;

/** The rows of the file, with what becomes of each. */
export function Plan({ job: { id, state } }: { job: Import }) {
  const { get, set } = useAddress();
  const outcome = outcomes.find((each) => each === get('outcome'));
  // A text of a code must not stand in the address, which servers log.
  const [search, setSearch] = useState('');
  const after = get('after');
  const ask = useCallback(
    () =>
      importsApi.rows(id, {
        limit: 50,
        ...(outcome && { outcome }),
        ...(search && { search }),
        ...(after && { after }),
      }),
    [id, outcome, search, after],
  );
  const { value, problem, reload } = useLoad(ask);
  const text = t.imports;
  return (
    <section aria-label={text.plan}>
      <h2 className={styles.plan}>{state === 'written' ? text.planDone : text.plan}</h2>
      <FilterBar>
        <Find
          label={text.find}
          value={search}
          onFind={(found) => {
            setSearch(found.slice(0, 200));
            set({ after: '' });
          }}
        />
        <Select
          label={text.outcome}
          value={outcome ?? ''}
          options={[
            { value: '', text: text.outcomes.all },
            ...outcomes.map((value) => ({ value, text: text.outcomes[value] })),
          ]}
          onChange={(value) => set({ outcome: value, after: '' })}
        />
      </FilterBar>
      {problem && <LoadError problem={problem} again={reload} />}
      {value?.rows.length === 0 && <Panel>{t.frame.nothingFound}</Panel>}
      {value && value.rows.length > 0 && (
        <Panel isTable>
          <Table
            label={text.plan}
            rows={value.rows}
            keyOf={({ row, outcome }) => `${row} ${outcome}`}
            columns={[
              { name: text.columns.row, cell: ({ row }) => t.format.number(row), kind: 'number' },
              { name: text.columns.outcome, cell: (row) => text.outcomes[row.outcome] },
              { name: text.columns.code, cell: ({ code }) => (code ? <CodeText code={code} /> : '–') },
              { name: text.columns.what, cell: (row) => <What row={row} />, kind: 'dim' },
            ]}
          />
        </Panel>
      )}
      <Pager next={value?.next ?? null} />
    </section>
  );
}

function What({ row: { changes, problems } }: { row: PlannedRow }) {
  const text = t.imports;
  const lines = [
    ...problems.map(({ field, message }) => (field ? `${field}: ${message}` : message)),
    ...changes.map(({ field, from, to }) => text.change(field, from ?? text.nothing, to ?? text.nothing)),
  ];
  if (lines.length === 0) return '–';
  return lines.map((line) => <div key={line}>{line}</div>);
}
