import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { Person } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { useVisit } from '../session/context.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import { LeaveQuickly } from './LeaveQuickly.tsx';
import { LeaveQuestion, titleOfLeaving } from './LogOutQuestion.tsx';
import styles from './log-out.module.css';
import { useLogOut } from './use-log-out.ts';

/** Out of every page beside the chat, a broken one too: nothing has to be fetched for it. Absent where nobody is in. */
export function WaysOut() {
  const store = useVisit();
  const visit = useSyncExternalStore(store.subscribe, store.current);
  const isKnown = visit.step === 'here';
  const person = isKnown ? visit.access.person : null;
  if (isKnown && !person) return null;
  return (
    <>
      {(!person || person.isGuest) && <LeaveQuickly />}
      <LogOutHere person={person} />
    </>
  );
}

/** Asks in the page itself, not above it. */
function LogOutHere({ person }: { person: Person | null }) {
  const leaving = useLogOut(person);
  const question = useRef<HTMLElement>(null);
  const id = useId();
  const { isAsking } = leaving;

  useEffect(() => {
    if (isAsking) question.current?.querySelector('button')?.focus();
  }, [isAsking]);

  // The server that has let them out may still not say who is in.
  if (leaving.isOut) return <p role="status">You are logged out.</p>;
  return (
    <>
      <ActButton
        variant="default"
        size="xs"
        loading={leaving.isRunning}
        mustWait={isAsking}
        onClick={leaving.ask}
      >
        Log out
      </ActButton>
      {isAsking && (
        <div className={styles.wide}>
          <section ref={question} aria-labelledby={id} className={styles.question}>
            <h2 id={id}>{titleOfLeaving(person)}</h2>
            <LeaveQuestion leaving={leaving} person={person} />
          </section>
        </div>
      )}
      {leaving.problem && !isAsking && (
        <div className={styles.wide}>
          <Refused>You are still signed in. {sentenceOf(leaving.problem.code)}</Refused>
        </div>
      )}
    </>
  );
}
