import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';
import { typedCode } from '../bodies.ts';
import type { GuestOf } from '../code.ts';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { wrap } from '../keys/data-keys.ts';
import { type GuestKeys, openGuestKeys } from '../keys/guest-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { redeem } from '../redemption/redeem.ts';
import { digestOfGivenCode, digestToSpend } from '../redemption/spending.ts';
import { liveSession, type SessionWithUser } from './live-session.ts';

export const conversion = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1000),
  invitationCode: typedCode.optional(),
});

/**
 * `POST /invitation-code/convert` makes the signed-in guest a member, with an email and a password.
 *
 * The user and all their data stay. All earlier sessions end, and a new one starts.
 */
export const convertGuest = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/convert',
    { method: 'POST', body: conversion, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { internalAdapter, adapter, password } = ctx.context;
      const { id } = (await liveGuest(ctx, options)).user;
      const guestKeys = await openGuestKeys(ctx, options, id);
      const digest = await digestOfConversion(
        options,
        id,
        await digestOfGivenCode(options, ctx.body.invitationCode),
      );
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
        // Two requests with one email can both pass the check above; the database lets one of them through.
        await refuseIfTaken(options, email, id);
        throw error;
      }
      options.afterMember({ id, email, emailVerified: false }, ctx.headers ?? new Headers());
      return ctx.json({ user: { id, isGuest: false } });
    },
  );

/** The signed-in guest. Throws when there is none. */
export async function liveGuest(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
): Promise<SessionWithUser> {
  const live = await liveSession(ctx, options);
  if (!live?.user.isGuest) throw refused(invitationCodeErrors.NOT_A_GUEST);
  return live;
}

/** `digestToSpend` for a guest's conversion. */
export async function digestOfConversion(
  options: InvitationCodesOptions,
  guestId: string,
  given: string | null,
): Promise<string | null> {
  const guestOf = await originOfGuest(options, guestId);
  return digestToSpend(options, given, (...states) => options.decideConversion(guestOf, ...states));
}

/**
 * Makes a guest a member in place, and ends all their sessions. Call it in a transaction, before their sign-in method is
 * created. `digest` is the registration code that pays for it, null for none.
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
  // Lock the code before the user, as a registration does: another order could deadlock.
  const spending = digest !== null && ({ digest, kind: 'registration', entry: 'conversion' } as const);
  const redemption = spending && (await redeem(db, spending, now()));
  if (spending && !redemption) throw refused(invitationCodeErrors.INVITATION_CODE_INVALID);
  const guest = await db.selectFrom('user').select('redemptionId').where('id', '=', id).executeTakeFirst();
  // A second conversion, a logout and a cleanup of this guest wait here, and then find no guest.
  const converted = await db
    .updateTable('user')
    .set({ isGuest: false, lastSeenAt: null, email, emailVerified, dataKeys, updatedAt: new Date(now()) })
    .set({ endsAt: null, roomId: null })
    .set(redemption ? { redemptionId: redemption.id } : {})
    .where('id', '=', id)
    .where('isGuest', '=', true)
    .where((eb) => eb.or([eb('endsAt', 'is', null), eb('endsAt', '>', now())]))
    // If the guest started over in another tab meanwhile, their data has another key.
    .where('dataKeys', 'is not distinct from', guestKeys.stored)
    .returning('id')
    .executeTakeFirst();
  if (!guest || !converted) throw refused(invitationCodeErrors.NOT_A_GUEST);
  await db
    .updateTable('redemption')
    .set({ convertedAt: now() })
    .where('id', '=', guest.redemptionId)
    .execute();
  // Attack: nobody may become the member with an old session of the guest, or with a retry of the guest's entry.
  await db.deleteFrom('session').where('userId', '=', id).execute();
  await db.deleteFrom('entryAttempt').where('userId', '=', id).execute();
  await db.deleteFrom('place').where('userId', '=', id).execute();
}

/** Whether a guest entered with a code that was handed out, or with the default code of that time. */
export async function originOfGuest(
  { db }: Pick<InvitationCodesOptions, 'db'>,
  guestId: string,
): Promise<GuestOf> {
  const redemption = await db
    .selectFrom('user')
    .innerJoin('redemption', 'redemption.id', 'user.redemptionId')
    .select('redemption.entry')
    .where('user.id', '=', guestId)
    .executeTakeFirst();
  return redemption?.entry === 'guest' ? 'given' : 'default';
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
