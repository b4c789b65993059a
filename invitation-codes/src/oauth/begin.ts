import type { GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { digestOfConversion, liveGuest } from '../guests/convert.ts';
import { liveSession } from '../guests/live-session.ts';
import { openGuestKeys } from '../keys/guest-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestOfGivenCode, digestToSpend } from '../redemption/spending.ts';
import { digestOfSession, type OAuthState, storeOAuthState, storeProvider } from './state.ts';

const paths = ['/sign-in/social', '/link-social'];

/**
 * Runs before `POST /sign-in/social`, which may have an `invitationCode`, a guest's data choice or `converts: true` in its
 * body. It refuses everything here that it can know now. Before `POST /link-social` it only stores the provider.
 */
export const decideBeforeProvider = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => paths.includes(path ?? ''),
  handler: createAuthMiddleware(async (ctx) => {
    await storeProvider(ctx.body?.provider);
    if (ctx.path === '/sign-in/social') await storeOAuthState(await oauthStateFrom(ctx, options));
  }),
});

async function oauthStateFrom(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
): Promise<OAuthState> {
  const code = await digestOfGivenCode(options, ctx.body?.invitationCode);
  if (ctx.body?.converts) {
    const guest = await liveGuest(ctx, options);
    await openGuestKeys(ctx, options, guest.user.id);
    await digestOfConversion(options, guest.user.id, code);
    return { act: 'convert', code, session: digestOfSession(guest) };
  }
  const live = await liveSession(ctx, options);
  const guestData = options.guestDataChoice(ctx.body);
  if (live?.user.isGuest && guestData === 'move') await openGuestKeys(ctx, options, live.user.id);
  if (live?.user.isGuest && guestData)
    return { act: 'join', chats: guestData, session: digestOfSession(live) };
  if (live) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
  if (code !== null) await digestToSpend(options, code, options.decideRegistration);
  return { act: 'enter', code };
}
