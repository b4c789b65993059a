import { useState } from 'react';
import type { Filter } from '../api/codes.ts';
import * as t from '../messages/texts.ts';
import styles from './codes.module.css';
import { type ActName, ManyDialog } from './many/ManyDialog.tsx';
import { type Chosen, countOf, noneChosen, selectionOf } from './selection.ts';

type Props = {
  chosen: Chosen;
  /** Of the listed codes. */
  filter: Filter;
  /** How many codes match it; null while that is not known. */
  matching: number | null;
  onChoose: (chosen: Chosen) => void;
  onChanged: () => unknown;
};

const first: ActName[] = ['print', 'export', 'revoke'];
const others: ActName[] = ['restore', 'extend', 'relabel'];

/** What is done to the chosen codes. */
export function SelectionBar({ chosen, filter, matching, onChoose, onChanged }: Props) {
  const [act, setAct] = useState<ActName | null>(null);
  const [hasMore, setMore] = useState(false);
  const count = countOf(chosen);
  const canChooseAll = chosen.kind === 'ids' && matching !== null && matching > count;
  return (
    <section className={styles.chosen} aria-label={t.codes.chosenRegion} data-dock>
      <div className={styles.scope}>
        <b role="status">{t.codes.chosen(count)}</b>
        {canChooseAll && (
          <button
            type="button"
            className={styles.all}
            onClick={() => onChoose({ kind: 'matching', filter, count: matching })}
          >
            {t.codes.chooseMatching(matching)}
          </button>
        )}
        <button type="button" onClick={() => onChoose(noneChosen)}>
          {t.codes.unchoose}
        </button>
      </div>
      <div className={styles.acts}>
        {[...first, ...(hasMore ? others : [])].map((name) => (
          <button key={name} type="button" onClick={() => setAct(name)}>
            {t.codes.acts[name]}
          </button>
        ))}
        <button type="button" aria-expanded={hasMore} onClick={() => setMore(!hasMore)}>
          {t.frame.more}
        </button>
      </div>
      {act && (
        <ManyDialog
          act={act}
          selection={selectionOf(chosen)}
          onClose={() => setAct(null)}
          onChanged={() => {
            onChoose(noneChosen);
            void onChanged();
          }}
        />
      )}
    </section>
  );
}
