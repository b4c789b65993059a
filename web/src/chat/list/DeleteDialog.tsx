import { Button } from '@mantine/core';
import { api, type ChatEntry } from '../../api/client.ts';
import { sentenceOf } from '../../messages/errors.ts';
import { ActButton } from '../../ui/ActionButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from '../../ui/dialog.module.css';
import { Refused } from '../../ui/ErrorMessage.tsx';
import { dangerColour } from '../../ui/theme.ts';
import { useAct } from '../../ui/use-submit.ts';

type Props = { chat: ChatEntry; onClose: () => void; onDeleted: (chat: ChatEntry) => void };

export function DeleteDialog({ chat, onClose, onDeleted }: Props) {
  const deleting = useAct();

  async function remove() {
    const answer = await deleting.run(() => api.deleteChat(chat.id));
    if (answer && (!answer.problem || answer.problem.code === 'CHAT_NOT_FOUND')) onDeleted(chat);
  }

  return (
    <Dialog onClose={onClose} title="Delete this chat?">
      <div className={styles.body}>
        <p>“{chat.title}” and all its messages will be gone for good.</p>
        {deleting.problem && <Refused>{sentenceOf(deleting.problem.code)}</Refused>}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep
          </Button>
          <ActButton color={dangerColour} loading={deleting.isRunning} onClick={() => void remove()}>
            Delete
          </ActButton>
        </div>
      </div>
    </Dialog>
  );
}
