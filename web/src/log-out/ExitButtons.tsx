import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { Person } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { LeaveQuickly } from './LeaveQuickly.tsx';
import { LogOutQuestion, logOutTitle } from './LogOutQuestion.tsx';
import styles from './log-out.module.css';
import { useLogOut } from './use-log-out.ts';

/** The ways to log out, on every page beside the chat. They work on a broken page too: nothing has to be loaded. */
export function ExitButtons() {
  const store = useSession();
  const session = useSyncExternalStore(store.subscribe, store.current);
  const isKnown = session.step === 'ready';
  const person = isKnown ? session.bootstrap.person : null;
  if (isKnown && !person) return null;
  return (
    <>
      {(!person || person.isGuest) && <LeaveQuickly />}
      <InlineLogOut person={person} />
    </>
  );
}

/** Asks inside the page: a dialog would have to be loaded. */
function InlineLogOut({ person }: { person: Person | null }) {
  const logOut = useLogOut(person);
  const question = useRef<HTMLElement>(null);
  const id = useId();
  const { isAsking } = logOut;

  useEffect(() => {
    if (isAsking) question.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [isAsking]);

  // After the logout the server may still be unreachable for the next question.
  if (logOut.isOut) return <p role="status">{t.logOut.done}</p>;
  return (
    <>
      <ActionButton
        variant="default"
        size="xs"
        loading={logOut.isRunning}
        mustWait={isAsking}
        onClick={logOut.ask}
      >
        {t.logOut.button}
      </ActionButton>
      {isAsking && (
        <div className={styles.wide}>
          <section ref={question} aria-labelledby={id} className={styles.question}>
            <h2 id={id}>{logOutTitle(person)}</h2>
            <LogOutQuestion logOut={logOut} person={person} />
          </section>
        </div>
      )}
      {logOut.problem && !isAsking && (
        <div className={styles.wide}>
          <ErrorMessage>{t.logOut.failed(errorText(logOut.problem.code))}</ErrorMessage>
        </div>
      )}
    </>
  );
}
