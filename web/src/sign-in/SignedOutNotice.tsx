import { formatDuration } from '../messages/format.ts';
import type { SignedOutReason } from '../session/tab-state.ts';
import { Notice } from '../ui/Notice.tsx';

type Props = { signedOutReason: SignedOutReason | null; page: string; guestTtlMs: number };

/** Why somebody is outside who was in, or wanted to be. */
export function SignedOutNotice({ signedOutReason, page, guestTtlMs }: Props) {
  const isItsPage = page === (signedOutReason === 'deleted' ? 'landing' : 'login');
  return signedOutReason && isItsPage && <Notice>{errorText(signedOutReason, guestTtlMs)}</Notice>;
}

function errorText(signedOutReason: SignedOutReason, guestTtlMs: number): string {
  switch (signedOutReason) {
    case 'ended':
      return 'Your session has ended. Log in again to go on.';
    // A logout in another tab has deleted them. Who has only lost the cookie is idle from now on.
    case 'guest-ended':
      return `Your session has ended. Your chats as a guest are deleted, at the latest ${formatDuration(guestTtlMs)} after you were last here.`;
    case 'cold':
      return 'Log in to go on.';
    case 'deleted':
      return 'Your account is deleted, and all your chats with it.';
  }
}
