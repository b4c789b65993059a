import type { ChatEntry } from '../../api/chats.ts';

/**
 * The element that had the focus is gone: a menu, a dialog, or *Undo*. The focus goes back to the chat in the list, or else, as
 * on narrow screens, to the conversation. It stays where it is when somebody has moved it meanwhile.
 */
export function returnFocus(chat?: Pick<ChatEntry, 'id'>) {
  requestAnimationFrame(() => {
    const focused = document.activeElement;
    // A menu that is closing is still there for a moment.
    const isGone =
      !focused?.closest('main, aside, header, [role="dialog"]') || focused.closest('[role="menu"]');
    if (!isGone) return;
    const inList = chat && document.querySelector<HTMLElement>(`aside [data-chat="${chat.id}"] button`);
    const conversation = document.querySelector<HTMLElement>('#conversation');
    if (inList?.checkVisibility()) inList.focus();
    else conversation?.focus({ preventScroll: true });
  });
}
