import { durationOf } from '../messages/format.ts';
import type { Outside } from '../session/context.ts';
import { Notice } from '../ui/Notice.tsx';

type Props = { why: Outside | null; page: string; guestTtlMs: number };

/** Why somebody is outside who was in, or wanted to be. */
export function OutsideNotice({ why, page, guestTtlMs }: Props) {
  const isItsPage = page === (why === 'deleted' ? 'landing' : 'login');
  return why && isItsPage && <Notice>{sentenceOf(why, guestTtlMs)}</Notice>;
}

function sentenceOf(why: Outside, guestTtlMs: number): string {
  switch (why) {
    case 'ended':
      return 'Your session has ended. Log in again to go on.';
    // A logout in another tab has deleted them. Who has only lost the cookie is idle from now on.
    case 'guest-ended':
      return `Your session has ended. Your chats as a guest are deleted, at the latest ${durationOf(guestTtlMs)} after you were last here.`;
    case 'cold':
      return 'Log in to go on.';
    case 'deleted':
      return 'Your account is deleted, and all your chats with it.';
  }
}
