import { useEffect, useRef, useState } from 'react';
import { draftApi } from '../../api/drafts.ts';
import { useSession } from '../../session/context.ts';
import { createDraftSaver } from './draft-saver.ts';

/**
 * The text of the composer. It outlives the page: the server keeps it, sealed.
 *
 * @param chat the id of the chat, or `new`
 * @param limit longer texts are not saved, in Unicode code points
 */
export function useDraft(chat: string, limit: number) {
  const session = useSession();
  const [text, setText] = useState(session.drafts.of(chat));
  const [saver] = useState(() => createDraftSaver(draftApi.keep));
  const isTouched = useRef(text !== '');
  const former = useRef(chat);

  useEffect(() => {
    let isGone = false;
    if (!session.isSignedIn()) return;
    void draftApi.load(former.current).then(({ value }) => {
      if (isGone || isTouched.current || !value?.text) return;
      setText(value.text);
      session.drafts.write(former.current, value.text);
    });
    return () => {
      isGone = true;
    };
  }, [session]);

  useEffect(() => {
    const leave = () => (session.isSignedIn() ? saver.flush() : saver.forget());
    const onHidden = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saver, session]);

  // A new chat has got its id: what was typed meanwhile belongs to it.
  useEffect(() => {
    if (former.current === chat) return;
    saver.write(former.current, '');
    former.current = chat;
    const moved = session.drafts.of(chat);
    if (moved) saver.write(chat, moved);
  }, [chat, saver, session]);

  function write(next: string) {
    isTouched.current = true;
    setText(next);
    session.drafts.write(chat, next);
    if ([...next].length <= limit) saver.write(chat, next);
  }

  return { text, write, kept: () => session.drafts.of(chat) };
}
