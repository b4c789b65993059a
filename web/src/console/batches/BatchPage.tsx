import { type ReactNode, useCallback, useState } from 'react';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Bones } from '../../ui/parts/Bones.tsx';
import { type Batch, codesApi } from '../api/codes.ts';
import { type ActName, ManyDialog } from '../codes/many/ManyDialog.tsx';
import { Back, Stack } from '../frame/layout.tsx';
import { Title } from '../frame/Title.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Facts } from '../parts/Facts.tsx';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import styles from './batches.module.css';

/** People come in while it is looked at. */
const refreshMs = 5000;
const acts: ActName[] = ['print', 'export', 'extend', 'relabel', 'restore', 'revoke'];

/** A batch: its sums, and everything that can be done to all of its codes at once. */
export function BatchPage({ id }: { id: string }) {
  const ask = useCallback(() => codesApi.batch(id), [id]);
  const { value: batch, problem, reload } = useLoad(ask, refreshMs);
  return (
    <>
      <Back href={consolePaths.batches}>{t.batches.back}</Back>
      {problem && <LoadError problem={problem} again={reload} />}
      {!batch && !problem && (
        <Panel>
          <Bones count={6} />
        </Panel>
      )}
      {batch && <Loaded batch={batch} reload={reload} />}
    </>
  );
}

function Loaded({ batch, reload }: { batch: Batch; reload: () => unknown }) {
  const [act, setAct] = useState<ActName | null>(null);
  const text = t.batches;
  return (
    <>
      <Title
        title={batch.label ?? text.unnamed(t.zoned.moment(batch.createdAt))}
        text={text.sums(batch.codes, batch.allowed - batch.remaining, batch.allowed)}
      >
        <LinkButton
          href={`${consolePaths.use}?batch=${encodeURIComponent(batch.id)}`}
          variant="default"
          size="xs"
        >
          {text.use}
        </LinkButton>
        <LinkButton href={`${consolePaths.codes}?batch=${encodeURIComponent(batch.id)}`} size="xs">
          {text.show}
        </LinkButton>
      </Title>
      <Stack>
        <Panel>
          <Facts facts={factsOf(batch)} />
        </Panel>
        <Panel title={text.all}>
          <div className={styles.acts}>
            {acts.map((name) => (
              <Button
                key={name}
                size="xs"
                variant={name === 'revoke' ? 'subtle' : 'default'}
                className={name === 'revoke' ? styles.danger : ''}
                onClick={() => setAct(name)}
              >
                {t.codes.acts[name]}
              </Button>
            ))}
          </div>
        </Panel>
      </Stack>
      {act && (
        <ManyDialog
          act={act}
          selection={{ filter: { batch: batch.id } }}
          onClose={() => setAct(null)}
          onChanged={() => void reload()}
        />
      )}
    </>
  );
}

function factsOf(batch: Batch): [string, ReactNode][] {
  const text = t.batches.facts;
  const few = (value: number | '<5') => (value === '<5' ? t.use.few : t.format.number(value));
  return [
    [
      text.made,
      t.code.facts.madeBy(
        t.zoned.moment(batch.createdAt),
        t.code.facts.makers[batch.createdBy] ?? batch.createdBy,
      ),
    ],
    [text.note, batch.note],
    [text.entries, few(batch.entries)],
    [text.converted, few(batch.converted)],
    [text.peopleIn, few(batch.peopleIn)],
    [text.messages, batch.messages === null ? null : t.format.number(batch.messages)],
    [text.tokens, batch.tokens === null ? null : t.format.number(batch.tokens)],
  ];
}
