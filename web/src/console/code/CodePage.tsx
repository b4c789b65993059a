import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { useHeading } from '../../page/frame/use-heading.ts';
import { Button } from '../../ui/Button.tsx';
import { Bones } from '../../ui/parts/Bones.tsx';
import { type CodeInFull, codesApi } from '../api/codes.ts';
import { Back } from '../frame/layout.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Chip } from '../parts/Chip.tsx';
import { CodeText } from '../parts/CodeText.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import styles from './code.module.css';
import { EditDialog } from './EditDialog.tsx';
import { Give } from './Give.tsx';
import { History } from './History.tsx';
import { TermsSentence } from './TermsSentence.tsx';
import { UsesOfCode } from './UsesOfCode.tsx';

const refreshMs = 10_000;

/** One code: its terms, what it brought, and how it is handed out. */
export function CodePage({ id }: { id: string }) {
  const ask = useCallback(() => codesApi.get(id), [id]);
  const { value: code, problem, reload, setValue } = useLoad(ask, refreshMs);
  return (
    <>
      <Back href={consolePaths.codes}>{t.code.back}</Back>
      {problem && <LoadError problem={problem} again={reload} />}
      {!code && !problem && (
        <Panel>
          <Bones count={6} />
        </Panel>
      )}
      {code && <Loaded code={code} onChanged={setValue} reload={reload} />}
    </>
  );
}

type Props = { code: CodeInFull; onChanged: (code: CodeInFull) => void; reload: () => Promise<void> };

function Loaded({ code, onChanged, reload }: Props) {
  const heading = useHeading(t.code.title(code.code.slice(0, 4)));
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          <CodeText code={code.code} />
        </h1>
        <Chip state={code.state} />
      </div>
      <div className={styles.one}>
        <div className={styles.main}>
          <div className={styles.terms}>
            <Panel>
              <TermsSentence code={code} />
              <Facts facts={factsOf(code)} />
              <Button variant="default" size="xs" onClick={() => setEditing(true)}>
                {t.code.edit.button}
              </Button>
            </Panel>
          </div>
          <div className={styles.rest}>
            <UsesOfCode code={code} />
            <History id={code.id} version={`${code.version} ${code.revokedAt}`} />
          </div>
        </div>
        <Give code={code} onChanged={onChanged} />
      </div>
      {isEditing && (
        <EditDialog code={code} onClose={() => setEditing(false)} onChanged={onChanged} reload={reload} />
      )}
    </>
  );
}

function factsOf({
  batch,
  label,
  createdAt,
  createdBy,
  revokedAt,
  link,
  use,
  language,
  peopleAtOnce,
  state,
}: CodeInFull) {
  const text = t.code.facts;
  const isInUse = use.peopleIn > 0 || peopleAtOnce !== null || state === 'open';
  return [
    [
      text.batch,
      batch && (
        <Link href={consolePaths.batch(batch.id)}>
          {batch.label ?? t.batches.unnamed(t.zoned.shortDay(batch.createdAt))}
        </Link>
      ),
    ],
    [text.label, label !== batch?.label ? label : null],
    [text.made, text.madeBy(t.zoned.day(createdAt), text.makers[createdBy] ?? createdBy)],
    [text.revoked, revokedAt === null ? null : t.zoned.moment(revokedAt)],
    [
      text.link,
      <span key="link" className={styles.link} translate="no">
        {link.replace(/^https?:\/\//, '')}
      </span>,
    ],
    [text.entries, use.entries > 0 ? text.entriesOf(use.entries, use.converted) : null],
    [text.peopleIn, isInUse ? t.format.number(use.peopleIn) : null],
    [text.messages, use.messages === null ? null : t.format.number(use.messages)],
    [text.tokens, use.tokens === null ? null : t.format.number(use.tokens)],
    [text.language, language],
  ] satisfies [string, React.ReactNode][];
}
