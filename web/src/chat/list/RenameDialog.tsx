import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, type ChatEntry } from '../../api/client.ts';
import { sentenceOf } from '../../messages/errors.ts';
import { ActButton } from '../../ui/ActionButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from '../../ui/dialog.module.css';
import { Refused } from '../../ui/ErrorMessage.tsx';
import { useAct } from '../../ui/use-submit.ts';

type Props = { chat: ChatEntry; onClose: () => void; onRenamed: () => void };

const longestTitle = 200;

export function RenameDialog({ chat, onClose, onRenamed }: Props) {
  const [title, setTitle] = useState(chat.title);
  const renaming = useAct();

  async function rename(event: FormEvent) {
    event.preventDefault();
    if (!title.trim()) return;
    const answer = await renaming.run(() => api.renameChat(chat.id, title.trim()));
    if (!answer || answer.problem) return;
    onRenamed();
    onClose();
  }

  return (
    <Dialog onClose={onClose} title="Rename this chat">
      <form className={styles.body} onSubmit={rename}>
        {renaming.problem && <Refused>{sentenceOf(renaming.problem.code)}</Refused>}
        <TextInput
          label="Title"
          size="md"
          maxLength={longestTitle}
          autoComplete="off"
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActButton type="submit" loading={renaming.isRunning} disabled={!title.trim()}>
            Save
          </ActButton>
        </div>
      </form>
    </Dialog>
  );
}
