import { useState } from 'react';
import { common } from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast/toast.ts';
import { type CodeInFull, codesApi } from '../api/codes.ts';
import { printCards } from '../codes/print-cards.ts';
import { Question } from '../confirm/Question.tsx';
import { useAct } from '../confirm/use-act.ts';
import { useHouse } from '../house.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { Arch } from '../parts/Arch.tsx';
import { CopyText } from '../parts/CopyText.tsx';
import { consolePaths } from '../paths.ts';
import styles from './code.module.css';

const undoMs = 10_000;

type Props = { code: CodeInFull; onChanged: (code: CodeInFull) => void };

/** The door of a code, and the ways to hand it out. */
export function Give({ code, onChanged }: Props) {
  const { isPublic } = useHouse().options;
  const act = useAct();
  const printing = useAct();
  const [isAsking, setAsking] = useState(false);
  const [roomLink, setRoomLink] = useState<string | null>(null);
  const isRevoked = code.revokedAt !== null;

  async function restore() {
    const done = await act.run(() => codesApi.restore(code.id));
    if (!done) return;
    onChanged(done.value);
    showToast({ text: t.code.restored });
  }

  async function linkRoom() {
    const done = await act.run(() => codesApi.linkRoom(code.id));
    if (done) setRoomLink(done.value.link);
  }

  return (
    <aside className={styles.give}>
      <div className={styles.stand}>
        <Arch link={code.link} label={t.make.preview.qr} />
      </div>
      <div className={styles.acts}>
        <CopyText text={code.link} label={t.code.copyLink} variant="filled" />
        <ActionButton
          variant="default"
          size="xs"
          loading={printing.isRunning}
          onClick={() => void printCards(printing, { ids: [code.id] }, 'single')}
        >
          <span className={styles.icon}>
            <Icon name="printer" />
            {t.code.print}
          </span>
        </ActionButton>
        <LinkButton href={consolePaths.room(code.id)} variant="default" size="xs">
          <Icon name="monitor" />
          {t.code.room}
        </LinkButton>
        <ActionButton variant="subtle" size="xs" loading={act.isRunning} onClick={() => void linkRoom()}>
          {t.code.roomLink}
        </ActionButton>
        {roomLink && (
          <>
            <p>{t.code.roomLinkHint}</p>
            <CopyText text={roomLink} label={t.code.copyLink} />
          </>
        )}
        {isRevoked ? (
          <ActionButton variant="subtle" size="xs" loading={act.isRunning} onClick={() => void restore()}>
            {t.code.restore}
          </ActionButton>
        ) : (
          <Button variant="subtle" size="xs" className={styles.danger} onClick={() => setAsking(true)}>
            {t.code.revoke}
          </Button>
        )}
        {[printing, act].map(
          ({ problem, secondsLeft }, index) =>
            problem && (
              <ErrorMessage key={String(index)} secondsLeft={secondsLeft}>
                {problemText(problem)}
              </ErrorMessage>
            ),
        )}
        {!isPublic && <Notice ground="warn">{t.make.preview.private}</Notice>}
      </div>
      {isAsking && (
        <Question
          {...t.code.revokeQuestion}
          button={t.codes.acts.revoke}
          isDanger
          act={() => codesApi.revoke(code.id)}
          onClose={() => setAsking(false)}
          onDone={(revoked) => {
            onChanged(revoked);
            showToast({
              text: t.code.revoked,
              ms: undoMs,
              action: { label: common.undo, run: () => void restore() },
            });
          }}
        />
      )}
    </aside>
  );
}
