import { Notice } from '../ui/Notice.tsx';
import type { Outside } from '../visit.ts';

const sentences: Record<Outside, string> = {
  ended: 'Your session has ended. Log in again to go on.',
  'guest-ended': 'Your session has ended, and your chats as a guest are deleted.',
  cold: 'Log in to go on.',
  deleted: 'Your account is deleted, and all your chats with it.',
};

/** Why somebody is outside who was in, or wanted to be. */
export function OutsideNotice({ why, page }: { why: Outside | null; page: string }) {
  const isItsPage = page === (why === 'deleted' ? 'landing' : 'login');
  return why && isItsPage && <Notice>{sentences[why]}</Notice>;
}
