import { createAuthMiddleware } from 'better-auth/api';
import { invitationCodeErrors, refused } from './error-codes.ts';
import { isLive, namedSession } from './live-session.ts';
import type { InvitationCodesOptions } from './options.ts';

/**
 * Runs before `POST /sign-in/email`: a guest logs out first. Otherwise the guest's session would live on with nobody
 * to hold it, and the chats with it, though the person was never told what becomes of them.
 */
export const keepGuestBeforeSignIn = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-in/email',
  handler: createAuthMiddleware(async (ctx) => {
    const named = await namedSession(ctx);
    if (named?.user.isGuest && isLive(named, options)) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
  }),
});
