import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Person } from '../api/session.ts';
import { errorText } from '../messages/errors.ts';
import { paths } from '../routes.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import styles from '../ui/dialog.module.css';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { dangerColour } from '../ui/theme.ts';
import type { LogOutFlow } from './use-log-out.ts';

type Props = { logOut: LogOutFlow; person: Person | null };

/** Says what is lost by logging out, before it is lost. */
export function LogOutQuestion({ logOut, person }: Props) {
  const [, go] = useLocation();
  const canStay = person !== null && canUpgrade(person);
  const isMember = person !== null && !person.isGuest;
  return (
    <div className={styles.body}>
      <p>{whatIsLost(person)}</p>
      {logOut.problem && (
        <ErrorMessage>
          {person?.isGuest && 'Nothing could be deleted, and you are still signed in. '}
          {isMember && 'You are still signed in. '}
          {errorText(logOut.problem.code)}
        </ErrorMessage>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={logOut.stay} data-autofocus>
          Stay
        </Button>
        {canStay && (
          <Button variant="default" onClick={() => go(paths.createAccount)}>
            Create account
          </Button>
        )}
        <ActionButton
          {...(!isMember && { color: dangerColour })}
          loading={logOut.isRunning}
          onClick={logOut.leave}
        >
          {isMember ? 'Log out of the account' : 'Log out and delete'}
        </ActionButton>
      </div>
    </div>
  );
}

/** What the question is called. */
export function logOutTitle(person: Person | null): string {
  if (!person) return 'Log out?';
  return person.isGuest ? 'Log out as a guest?' : 'You have an account now';
}

function whatIsLost(person: Person | null): string {
  if (!person) {
    return 'If you are here as a guest, all your chats are deleted from the server at once, and nobody can bring them back. With an account they stay.';
  }
  if (!person.isGuest) {
    return `Nothing was deleted: your chats belong to the account of ${person.email} by now, and stay there. Log out all the same?`;
  }
  const lost =
    'All your chats and everything in them are deleted from the server at once. Nobody can bring them back.';
  return canUpgrade(person) ? `${lost} With an account they stay.` : lost;
}
