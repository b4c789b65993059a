import * as t from '../messages/texts.ts';
import type { SignedOutReason } from '../session/state/tab-state.ts';
import { Notice } from '../ui/Notice.tsx';

type Props = { signedOutReason: SignedOutReason | null; page: string; guestTtlMs: number };

/** Says why nobody is signed in. */
export function SignedOutNotice({ signedOutReason, page, guestTtlMs }: Props) {
  const isItsPage = page === (signedOutReason === 'deleted' ? 'landing' : 'login');
  return signedOutReason && isItsPage && <Notice>{reasonText(signedOutReason, guestTtlMs)}</Notice>;
}

function reasonText(reason: SignedOutReason, guestTtlMs: number): string {
  switch (reason) {
    case 'ended':
      return t.signIn.signedOut.ended;
    // A logout in another tab has deleted them. A guest who only lost the cookie is idle from now on.
    case 'guest-ended':
      return t.signIn.signedOut.guestEnded(guestTtlMs);
    case 'cold':
      return t.signIn.signedOut.loginNeeded;
    case 'deleted':
      return t.signIn.signedOut.deleted;
  }
}
