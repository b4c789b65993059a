import type { GenericEndpointContext } from 'better-auth';
import { addOAuthServerContext, createAuthMiddleware } from 'better-auth/api';
import { guestChats } from '../bodies.ts';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { digestOfConversion, liveGuest } from '../guests/convert.ts';
import { liveSession } from '../guests/live-session.ts';
import { openGuestKeys } from '../keys/guest-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestOfGivenCode, digestToSpend } from '../redemption/spending.ts';
import { digestOfSession, type OAuthState } from './state.ts';

const ways = ['/sign-in/social', '/link-social'];

/**
 * Runs before `POST /sign-in/social`, whose body may hold an `invitationCode`, a guest's `guestChats`, or `converts: true`.
 * What is refused on the way back is refused here already, where it can be known. Before `POST /link-social` it only
 * notes the provider.
 */
export const decideBeforeProvider = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => ways.includes(path ?? ''),
  handler: createAuthMiddleware(async (ctx) => {
    await addOAuthServerContext({ provider: ctx.body?.provider });
    if (ctx.path === '/sign-in/social')
      await addOAuthServerContext({ journey: await oauthStateFrom(ctx, options) });
  }),
});

async function oauthStateFrom(ctx: GenericEndpointContext, options: InvitationCodesOptions): Promise<OAuthState> {
  const code = digestOfGivenCode(options, ctx.body?.invitationCode);
  if (ctx.body?.converts) {
    const guest = await liveGuest(ctx, options);
    await openGuestKeys(ctx, options, guest.user.id);
    await digestOfConversion(options, guest.user.id, code);
    return { act: 'convert', code, session: digestOfSession(guest) };
  }
  const live = await liveSession(ctx, options);
  const chats = guestChats.safeParse(ctx.body?.guestChats);
  if (live?.user.isGuest && chats.data === 'move') await openGuestKeys(ctx, options, live.user.id);
  if (live?.user.isGuest && chats.success)
    return { act: 'join', chats: chats.data, session: digestOfSession(live) };
  if (live) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
  if (code !== null) await digestToSpend(options, code, options.decideRegistration);
  return { act: 'enter', code };
}
