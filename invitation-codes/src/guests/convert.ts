import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';
import { typedCode } from '../bodies.ts';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { wrap } from '../keys/data-keys.ts';
import { type GuestKeys, openGuestKeys } from '../keys/guest-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { redeem } from '../redemption/redeem.ts';
import { digestOfGivenCode, digestToSpend } from '../redemption/spending.ts';
import { liveSession, type SessionWithUser } from './live-session.ts';

/** What a guest is asked for to become a member. */
export const conversion = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1000),
  invitationCode: typedCode.optional(),
});

/**
 * `POST /invitation-code/convert`: makes the guest whose session the request carries a member, with an e-mail and a password.
 *
 * The same user, with all that hangs from it. All earlier sessions end and a new one begins.
 */
export const convertGuest = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/convert',
    { method: 'POST', body: conversion, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { internalAdapter, adapter, password } = ctx.context;
      const { id } = (await liveGuest(ctx, options)).user;
      const guestKeys = await openGuestKeys(ctx, options, id);
      const digest = await digestOfConversion(options, id, digestOfGivenCode(options, ctx.body.invitationCode));
      const problem = options.problemOfCredentials(ctx.body);
      if (problem) throw refused(problem);
      const email = ctx.body.email.toLowerCase();
      await refuseIfTaken(options, email);
      const hash = await password.hash(ctx.body.password);
      try {
        const member = await runWithTransaction(adapter, async () => {
          await convert(options, { id, email, emailVerified: false, digest, guestKeys });
          await internalAdapter.linkAccount({
            userId: id,
            providerId: 'credential',
            accountId: id,
            password: hash,
          });
          const session = await internalAdapter.createSession(id);
          const user = await internalAdapter.findUserById(id);
          return user && { user, session };
        });
        if (!member) throw refused(invitationCodeErrors.NOT_A_GUEST);
        await setSessionCookie(ctx, member);
      } catch (error) {
        // Two who take one e-mail at once both pass the look before; the database lets one of them through.
        await refuseIfTaken(options, email, id);
        throw error;
      }
      options.afterMember({ id, email, emailVerified: false });
      return ctx.json({ user: { id, isGuest: false } });
    },
  );

/** The guest whose session the request carries; throws for anybody else. */
export async function liveGuest(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
): Promise<SessionWithUser> {
  const live = await liveSession(ctx, options);
  if (!live?.user.isGuest) throw refused(invitationCodeErrors.NOT_A_GUEST);
  return live;
}

/**
 * The digest of the code that pays for a guest's conversion, null for none; throws the refusal.
 *
 * @param given the digest of the code that the guest brings now
 */
export async function digestOfConversion(
  options: InvitationCodesOptions,
  guestId: string,
  given: string | null,
): Promise<string | null> {
  const guestOf = await originOfGuest(options, guestId);
  return digestToSpend(options, given, (...states) => options.decideConversion(guestOf, ...states));
}

/**
 * Makes a guest a member in place, and ends all their sessions. Call it in a transaction, with no login for them made yet.
 *
 * @param digest the registration code that pays for it, null where none is asked for
 * @param guestKeys the guest's data keys, opened: they are wrapped for the member
 */
export async function convert(
  { db, keys, now }: InvitationCodesOptions,
  member: {
    id: string;
    email: string;
    emailVerified: boolean;
    digest: string | null;
    guestKeys: GuestKeys;
  },
): Promise<void> {
  const { id, email, emailVerified, digest, guestKeys } = member;
  const opener = { userId: id, secretKey: keys.data, browserKey: null };
  const dataKeys = guestKeys.keys && wrap(guestKeys.keys, 'secret', opener);
  // The code before the user, as in a registration: whoever locked them in the other order could wait for each other.
  const spending = digest !== null && ({ digest, kind: 'registration', entry: 'conversion' } as const);
  const redemptionId = spending && (await redeem(db, spending, now()));
  if (spending && !redemptionId) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  const guest = await db.selectFrom('user').select('redemptionId').where('id', '=', id).executeTakeFirst();
  // A second conversion, a logout and a sweep of this guest wait here, and find none any more.
  const converted = await db
    .updateTable('user')
    .set({ isGuest: false, lastSeenAt: null, email, emailVerified, dataKeys, updatedAt: new Date(now()) })
    .set(redemptionId ? { redemptionId } : {})
    .where('id', '=', id)
    .where('isGuest', '=', true)
    // Whoever began anew in another tab meanwhile has chats under another key.
    .where('dataKeys', 'is not distinct from', guestKeys.kept)
    .returning('id')
    .executeTakeFirst();
  if (!guest || !converted) throw refused(invitationCodeErrors.NOT_A_GUEST);
  await db
    .updateTable('redemption')
    .set({ convertedAt: now() })
    .where('id', '=', guest.redemptionId)
    .execute();
  // Whoever could come back as this guest cannot come in as the member: neither by a session nor by a retry of the entry.
  await db.deleteFrom('session').where('userId', '=', id).execute();
  await db.deleteFrom('entryAttempt').where('userId', '=', id).execute();
}

/** By which code a guest came: one that was handed out, or the one that was the default code then. */
export async function originOfGuest(
  { db }: Pick<InvitationCodesOptions, 'db'>,
  guestId: string,
): Promise<'given' | 'default'> {
  const came = await db
    .selectFrom('user')
    .innerJoin('redemption', 'redemption.id', 'user.redemptionId')
    .select('redemption.entry')
    .where('user.id', '=', guestId)
    .executeTakeFirst();
  return came?.entry === 'guest' ? 'given' : 'default';
}

async function refuseIfTaken({ db }: InvitationCodesOptions, email: string, exceptId = '') {
  const owner = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  if (owner) throw refused(invitationCodeErrors.ACCOUNT_EXISTS);
}
