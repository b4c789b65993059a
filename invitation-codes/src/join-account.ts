import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import * as z from 'zod';
import { invitationCodeErrors, refused } from './error-codes.ts';
import { liveSession } from './live-session.ts';
import type { InvitationCodesOptions } from './options.ts';

/** What becomes of a guest's chats when the guest logs in to an account that exists. There is no default: it is asked. */
export const guestChats = z.enum(['move', 'erase'], "'move' or 'erase' is expected");
export type GuestChats = z.infer<typeof guestChats>;

type CreateSession = GenericEndpointContext['context']['internalAdapter']['createSession'];

/**
 * Runs before `POST /sign-in/email`, whose body may hold `guestChats`: a guest says what becomes of their chats.
 * Otherwise the guest would live on with nobody to hold them, though the person was never told what becomes of their chats.
 */
export const askGuestBeforeSignIn = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-in/email',
  handler: createAuthMiddleware(async (ctx) => {
    const live = await liveSession(ctx, options);
    if (!live?.user.isGuest) return;
    const chats = guestChats.safeParse(ctx.body?.guestChats);
    if (!chats.success) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    const { createSession } = ctx.context.internalAdapter;
    const join: CreateSession = (memberId, ...rest) =>
      joinAccount(ctx, options, { guestId: live.user.id, memberId, chats: chats.data }, () =>
        createSession(memberId, ...rest),
      );
    return { context: { context: { internalAdapter: { createSession: join } } } };
  }),
});

/**
 * Ends a guest whose person has an account: what they made is moved to the member or erased with them, in the one
 * transaction that begins the member's session.
 */
export async function joinAccount<Session>(
  { context: { adapter } }: GenericEndpointContext,
  options: InvitationCodesOptions,
  { guestId, memberId, chats }: { guestId: string; memberId: string; chats: GuestChats },
  createSession: () => Promise<Session>,
): Promise<Session> {
  const { db } = options;
  await options.beforeErase(guestId);
  const session = await runWithTransaction(adapter, async () => {
    // The row is locked first: messages, a conversion and a sweep of this guest wait here.
    const guest = await db
      .updateTable('user')
      .set({ lastSeenAt: options.now() })
      .where('id', '=', guestId)
      .where('isGuest', '=', true)
      .returning('id')
      .executeTakeFirst();
    if (!guest) throw refused(invitationCodeErrors.NOT_A_GUEST);
    if (chats === 'move') await options.moveGuest({ guestId, memberId });
    await db.deleteFrom('user').where('id', '=', guestId).execute();
    return createSession();
  });
  await options.afterErase([guestId]);
  return session;
}
