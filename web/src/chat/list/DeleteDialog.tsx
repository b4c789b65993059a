import { type ChatEntry, chatApi } from '../../api/chats.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { DialogActions, DialogBody } from '../../ui/layout.tsx';

type Props = { chat: ChatEntry; onClose: () => void; onDeleted: (chat: ChatEntry) => void };

export function DeleteDialog({ chat, onClose, onDeleted }: Props) {
  const deleting = useSubmit();

  async function remove() {
    const answer = await deleting.run(() => chatApi.remove(chat.id));
    if (answer && (!answer.problem || answer.problem.code === 'CHAT_NOT_FOUND')) onDeleted(chat);
  }

  return (
    <Dialog onClose={onClose} title={t.chat.list.removeTitle}>
      <DialogBody>
        <p>{t.chat.list.removeText(chat.title)}</p>
        {deleting.problem && <ErrorMessage>{errorText(deleting.problem.code)}</ErrorMessage>}
        <DialogActions>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t.chat.list.keep}
          </Button>
          <ActionButton variant="danger" loading={deleting.isRunning} onClick={() => void remove()}>
            {t.chat.list.remove}
          </ActionButton>
        </DialogActions>
      </DialogBody>
    </Dialog>
  );
}
