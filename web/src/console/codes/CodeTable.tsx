import { Link } from 'wouter';
import type { Code } from '../api/codes.ts';
import { useHouse } from '../house.ts';
import * as t from '../messages/texts.ts';
import { Bar } from '../parts/Bar.tsx';
import { Chip } from '../parts/Chip.tsx';
import { CodeText } from '../parts/CodeText.tsx';
import { Tick } from '../parts/Tick.tsx';
import { consolePaths } from '../paths.ts';
import styles from './codes.module.css';
import { type Chosen, choose, isChosen } from './selection.ts';

type Props = { codes: Code[]; chosen: Chosen; onChoose: (chosen: Chosen) => void };

export function CodeTable({ codes, chosen, onChoose }: Props) {
  const text = t.codes.columns;
  const page = codes.map(({ id }) => id);
  const set = (ids: string[], isOn: boolean) => onChoose(choose(chosen, page, ids, isOn));
  const count = page.filter((id) => isChosen(chosen, id)).length;
  return (
    <table className={styles.rows} aria-label={t.codes.title}>
      <thead>
        <tr>
          <th scope="col">
            <Tick
              label={t.codes.chooseAll}
              isChecked={count === page.length}
              isPartly={count > 0}
              onChange={(isOn) => set(page, isOn)}
            />
          </th>
          {[text.code, text.state, text.opens, text.used, text.until, text.lastUsed].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <Row
            key={code.id}
            code={code}
            isOn={isChosen(chosen, code.id)}
            onChoose={(isOn) => set([code.id], isOn)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({ code, isOn, onChoose }: { code: Code; isOn: boolean; onChoose: (isOn: boolean) => void }) {
  const { assistants } = useHouse().options;
  const name = code.code ?? t.codes.hiddenCode;
  const used = code.allowed - code.remaining;
  const assistant =
    code.assistant && (assistants.find(({ id }) => id === code.assistant)?.name ?? code.assistant);
  const opens = [t.frame.kinds[code.kind], code.label, assistant].filter(Boolean).join(' · ');
  return (
    <tr className={isOn ? styles.on : undefined}>
      <td>
        <Tick label={t.codes.choose(name)} isChecked={isOn} onChange={onChoose} />
      </td>
      <td>
        <Link
          href={consolePaths.code(code.id)}
          className={`${styles.code} ${name.length > 20 ? styles.long : ''}`}
        >
          {code.code === null ? name : <CodeText code={code.code} />}
        </Link>
      </td>
      <td>
        <Chip state={code.state} />
      </td>
      <td>{opens}</td>
      <td className={styles.number}>
        {t.codes.used(used, code.allowed)}
        <Bar part={used / code.allowed} className={styles.wideOnly} />
      </td>
      <td className={`${styles.number} ${styles.wideOnly}`}>
        {code.state === 'notYet'
          ? t.codes.from(t.zoned.shortFrom(code.validFrom))
          : t.zoned.shortUntil(code.validUntil)}
      </td>
      <td className={`${styles.dim} ${styles.wideOnly}`}>{lastUse(code)}</td>
    </tr>
  );
}

function lastUse({ lastUsedAt, allowed, remaining }: Code): string {
  if (lastUsedAt !== null) return t.zoned.ago(lastUsedAt);
  return remaining === allowed ? t.frame.never : t.codes.notTold;
}
