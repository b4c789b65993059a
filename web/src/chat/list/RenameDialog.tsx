import { type FormEvent, useState } from 'react';
import { type ChatEntry, chatApi } from '../../api/chats.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import styles from '../../ui/dialog/dialog.module.css';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { DialogActions } from '../../ui/layout.tsx';

type Props = { chat: ChatEntry; onClose: () => void; onRenamed: () => void };

const longestTitle = 200;

export function RenameDialog({ chat, onClose, onRenamed }: Props) {
  const [title, setTitle] = useState(chat.title);
  const renaming = useSubmit();

  async function rename(event: FormEvent) {
    event.preventDefault();
    if (!title.trim()) return;
    const answer = await renaming.run(() => chatApi.rename(chat.id, title.trim()));
    if (!answer || answer.problem) return;
    onRenamed();
    onClose();
  }

  return (
    <Dialog onClose={onClose} title={t.chat.list.renameTitle}>
      <form className={styles.body} onSubmit={rename}>
        {renaming.problem && <ErrorMessage>{errorText(renaming.problem.code)}</ErrorMessage>}
        <TextField
          label={t.chat.list.renameLabel}
          maxLength={longestTitle}
          autoComplete="off"
          data-autofocus
          dir="auto"
          onFocus={(event) => event.currentTarget.select()}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DialogActions>
          <ActionButton type="submit" loading={renaming.isRunning} disabled={!title.trim()}>
            {t.chat.list.save}
          </ActionButton>
          <Button variant="subtle" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
