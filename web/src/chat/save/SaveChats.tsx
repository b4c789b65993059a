import { type Chat, chatApi } from '../../api/chats.ts';
import type { Problem } from '../../api/problem.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { saveAs } from '../../ui/hooks/save-as.ts';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { chatsAsMarkdown } from './chats-as-markdown.ts';

/** Saves all chats as one file of Markdown on the person's device. */
export function SaveChats() {
  const saving = useSubmit();

  async function save() {
    const answer = await saving.run(loadAll);
    if (answer?.value) saveAs(t.chat.save.fileName, chatsAsMarkdown(answer.value), 'text/markdown');
  }

  return (
    <>
      <ActionButton variant="default" loading={saving.isRunning} onClick={() => void save()}>
        {t.chat.save.button}
      </ActionButton>
      {saving.problem && <ErrorMessage>{errorText(saving.problem.code)}</ErrorMessage>}
    </>
  );
}

/** One after the other: thousands of requests at once would be refused. */
async function loadAll(): Promise<
  { value: Chat[]; problem?: undefined } | { problem: Problem; value?: undefined }
> {
  const list = await chatApi.list();
  if (list.problem) return { problem: list.problem };
  const chats: Chat[] = [];
  for (const { id } of list.value) {
    const { value, problem } = await chatApi.load(id);
    if (value) chats.push(value);
    // It may be deleted in another tab meanwhile.
    else if (problem.code !== 'CHAT_NOT_FOUND') return { problem };
  }
  return { value: chats };
}
