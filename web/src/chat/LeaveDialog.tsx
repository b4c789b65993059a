import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Person } from '../api.ts';
import { canBecomeMember } from '../conversion/can-become-member.ts';
import { sentenceOf } from '../sentences.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from '../ui/dialog.module.css';
import { Refused } from '../ui/Refused.tsx';
import { dangerColour } from '../ui/theme.ts';
import type { Leaving } from './use-log-out.ts';

/** Says what a guest loses, before it is lost. */
export function LeaveDialog({ leaving, person }: { leaving: Leaving; person: Person }) {
  const [, go] = useLocation();
  const canStay = canBecomeMember(person);
  return (
    <Dialog isOpen={leaving.isAsking} onClose={leaving.stay} title="Log out as a guest?">
      <div className={styles.body}>
        <p>
          All your chats and everything in them are deleted from the server at once. Nobody can bring them
          back.{canStay && ' With an account they stay.'}
        </p>
        {leaving.problem && (
          <Refused>
            Nothing could be deleted, and you are still signed in. {sentenceOf(leaving.problem.code)}
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
          <ActButton color={dangerColour} loading={leaving.isRunning} onClick={leaving.leave}>
            Log out and delete
          </ActButton>
        </div>
      </div>
    </Dialog>
  );
}
