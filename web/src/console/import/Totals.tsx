import type { Import } from '../api/imports.ts';
import * as t from '../messages/texts.ts';
import styles from './import.module.css';

const names = ['new', 'changed', 'unchanged', 'refused', 'rows'] as const;

/** How many rows have which outcome. */
export function Totals({ totals }: { totals: NonNullable<Import['totals']> }) {
  return (
    <dl className={styles.totals}>
      {names.map((name) => (
        <div key={name}>
          <dt>{t.imports.totals[name]}</dt>
          <dd>{t.format.number(totals[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
