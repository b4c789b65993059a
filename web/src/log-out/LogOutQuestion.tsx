import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Person } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { canBecomeMember } from '../session/can-upgrade.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import styles from '../ui/dialog.module.css';
import { Refused } from '../ui/ErrorMessage.tsx';
import { dangerColour } from '../ui/theme.ts';
import type { Leaving } from './use-log-out.ts';

type Props = { leaving: Leaving; person: Person | null };

/** Says what is lost by logging out, before it is lost. */
export function LeaveQuestion({ leaving, person }: Props) {
  const [, go] = useLocation();
  const canStay = person !== null && canBecomeMember(person);
  const isMember = person !== null && !person.isGuest;
  return (
    <div className={styles.body}>
      <p>{whatIsLost(person)}</p>
      {leaving.problem && (
        <Refused>
          {person?.isGuest && 'Nothing could be deleted, and you are still signed in. '}
          {isMember && 'You are still signed in. '}
          {sentenceOf(leaving.problem.code)}
        </Refused>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={leaving.stay} data-autofocus>
          Stay
        </Button>
        {canStay && (
          <Button variant="default" onClick={() => go('/create-account')}>
            Create account
          </Button>
        )}
        <ActButton
          {...(!isMember && { color: dangerColour })}
          loading={leaving.isRunning}
          onClick={leaving.leave}
        >
          {isMember ? 'Log out of the account' : 'Log out and delete'}
        </ActButton>
      </div>
    </div>
  );
}

/** What the question is called. */
export function titleOfLeaving(person: Person | null): string {
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
  return canBecomeMember(person) ? `${lost} With an account they stay.` : lost;
}
