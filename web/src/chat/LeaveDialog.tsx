import { Button, Modal } from '@mantine/core';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { dangerColour } from '../ui/theme.ts';
import styles from './dialog.module.css';
import type { Leaving } from './use-log-out.ts';

/** Says what a guest loses, before it is lost. */
export function LeaveDialog({ leaving }: { leaving: Leaving }) {
  return (
    <Modal
      opened={leaving.isAsking}
      onClose={leaving.stay}
      title="Log out as a guest?"
      withCloseButton={false}
    >
      <div className={styles.body}>
        <p>
          All your chats and everything in them are deleted from the server at once. Nobody can bring them
          back.
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
          <Button color={dangerColour} loading={leaving.isRunning} onClick={leaving.leave}>
            Log out and delete
          </Button>
        </div>
      </div>
    </Modal>
  );
}
