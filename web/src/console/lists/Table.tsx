import type { ReactNode } from 'react';
import styles from './Table.module.css';

export type Column<Row> = {
  name: string;
  cell: (row: Row) => ReactNode;
  kind?: 'number' | 'dim' | 'acts';
};

type Props<Row> = {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
};

/** A table with hairlines. On a phone each row is a block, and each cell but the first has its name beside it. */
export function Table<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={styles.rows} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ name, kind }) => (
            <th key={name} scope="col">
              {kind === 'acts' ? <span className="visually-hidden">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, cell, kind }, index) => (
              <td
                key={name}
                className={kind && styles[kind]}
                data-name={index > 0 && kind !== 'acts' ? name : undefined}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
