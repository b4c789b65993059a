import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../routes.ts';
import { useSession } from '../session/context.ts';
import { newId } from './new-id.ts';

/** The draft of a chat that does not exist yet. */
const newChat = 'new';

/**
 * The chat on the page: the one in the address, or a new one that has an id already.
 *
 * @param id undefined for a new chat
 */
export function useOpenChat(id: string | undefined) {
  const { drafts, setOpenChat } = useSession();
  const [, go] = useLocation();
  const [draft, setDraft] = useState({ id: newId(), isSent: false });
  // The page of a new chat was opened again after its first message: that is another new chat.
  if (!id && draft.isSent) setDraft({ id: newId(), isSent: false });
  const openId = id ?? draft.id;
  const isNew = openId === draft.id && !draft.isSent;

  useEffect(() => setOpenChat(id ?? null), [id, setOpenChat]);

  /** The server has saved a message: a new chat exists from now on. */
  function messageSaved() {
    if (!isNew) return;
    setDraft({ ...draft, isSent: true });
    drafts.move(newChat, draft.id);
    go(paths.chat(draft.id), { replace: true });
  }

  return { openId, isNew, draftName: isNew ? newChat : openId, messageSaved };
}
