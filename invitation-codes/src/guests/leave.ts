import { APIError, createAuthEndpoint, createAuthMiddleware, formCsrfMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { guestExit } from '../bodies.ts';
import { invitationCodeErrors } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import type { HostTables } from '../tables.ts';
import { sessionFromCookie } from './live-session.ts';

type ErasureOptions = Pick<
  InvitationCodesOptions,
  'db' | 'now' | 'guestTtlMs' | 'beforeErase' | 'afterErase'
>;

/**
 * Runs before `POST /sign-out`: erases a guest, ends a member's session. It throws when that fails; Better Auth's own
 * sign-out would answer success.
 */
export const eraseBeforeSignOut = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-out',
  handler: createAuthMiddleware(async (ctx) => {
    const found = await sessionFromCookie(ctx);
    if (!found) return;
    if (found.user.isGuest) await eraseGuest(options, found.user.id);
    else await ctx.context.internalAdapter.deleteSession(found.session.token);
  }),
});

/**
 * `POST /invitation-code/leave` erases one guest, if the request has that guest's session.
 *
 * When the guest has become a member it ends nothing and is refused with `NOT_A_GUEST` (409). A plain sign-out could not
 * tell, because a conversion ends the guest's sessions. Another person's session does not end either.
 */
export const leaveAsGuest = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/leave',
    { method: 'POST', body: guestExit, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { guest } = ctx.body;
      const found = await sessionFromCookie(ctx);
      const isTheirs = found?.user.id === guest;
      if (isTheirs && found.user.isGuest) await eraseGuest(options, guest);
      else await refuseMember(options, guest);
      if (isTheirs || !found) deleteSessionCookie(ctx);
      return ctx.json({ success: true });
    },
  );

/** Erases a guest and, by foreign keys, all their data. Throws when they have become a member. */
async function eraseGuest(options: ErasureOptions, userId: string): Promise<void> {
  await options.beforeErase(userId);
  const { numDeletedRows } = await options.db
    .deleteFrom('user')
    .where('id', '=', userId)
    .where('isGuest', '=', true)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) await refuseMember(options, userId);
  await options.afterErase([userId]);
}

async function refuseMember({ db }: ErasureOptions, userId: string): Promise<void> {
  const member = await db
    .selectFrom('user')
    .select('id')
    .where('id', '=', userId)
    .where('isGuest', '=', false)
    .executeTakeFirst();
  if (member) throw new APIError('CONFLICT', invitationCodeErrors.NOT_A_GUEST);
}

/**
 * Erases guests who were idle for too long, or have no live session to come back with. An error with one guest does not
 * stop the others. `shouldStop` is called before each guest: true leaves the rest to the next cleanup.
 */
export function cleanUpGuests(
  options: ErasureOptions,
  shouldStop: () => Promise<boolean>,
): Promise<Erasures> {
  return eraseWhere(options, isGone(options), shouldStop);
}

/** Erases guests whose time is over, as `cleanUpGuests` does. */
export function eraseOverdueGuests(
  options: ErasureOptions,
  shouldStop: () => Promise<boolean>,
): Promise<Erasures> {
  return eraseWhere(options, isOverdue(options), shouldStop);
}

/** Erases this guest if their time is over. */
export async function eraseIfOver(options: ErasureOptions, userId: string): Promise<void> {
  await options.beforeErase(userId);
  if (await eraseIf(options, isOverdue(options), userId)) await options.afterErase([userId]);
}

/** Erases a guest, as a logout does. False when they have gone, or became a member. */
export async function putOutGuest(options: ErasureOptions, userId: string): Promise<boolean> {
  await options.beforeErase(userId);
  const isErased = await eraseIf(options, ({ eb }) => eb('user.isGuest', '=', true), userId);
  if (isErased) await options.afterErase([userId]);
  return isErased;
}

export type Erasures = { erased: number; failures: unknown[] };

async function eraseWhere(
  options: ErasureOptions,
  condition: GuestCondition,
  shouldStop: () => Promise<boolean>,
): Promise<Erasures> {
  const gone = await options.db.selectFrom('user').select('id').where(condition).execute();
  const failures: unknown[] = [];
  const erased: string[] = [];
  try {
    for (const { id } of gone) {
      if (await shouldStop()) break;
      try {
        await options.beforeErase(id);
        if (await eraseIf(options, condition, id)) erased.push(id);
      } catch (error) {
        failures.push(error);
      }
    }
  } finally {
    if (erased.length > 0) await options.afterErase(erased);
  }
  return { erased: erased.length, failures };
}

/** False when the guest has come back or became a member, or another server has erased them. */
function eraseIf(options: ErasureOptions, condition: GuestCondition, id: string): Promise<boolean> {
  return options.db.transaction().execute(async (trx) => {
    const deletion = trx.deleteFrom('user').where('id', '=', id).where(condition);
    return (await deletion.returning('id').executeTakeFirst()) !== undefined;
  });
}

type GuestCondition = (eb: ExpressionBuilder<HostTables, 'user'>) => Expression<SqlBool>;

function isOverdue({ now }: ErasureOptions): GuestCondition {
  return ({ eb, and }) => and([eb('user.endsAt', '<=', now()), eb('user.isGuest', '=', true)]);
}

function isGone({ now, guestTtlMs }: ErasureOptions): GuestCondition {
  return ({ eb, and, or, not, exists, selectFrom }) => {
    const livingSession = selectFrom('session')
      .select('session.userId')
      .whereRef('session.userId', '=', 'user.id')
      .where('session.expiresAt', '>', new Date(now()));
    const isIdle = eb('user.lastSeenAt', '<', now() - guestTtlMs);
    // Members have no `lastSeenAt`: with its index, no member's row is read.
    const isSeen = eb('user.lastSeenAt', '>=', 0);
    return and([isSeen, eb('user.isGuest', '=', true), or([isIdle, not(exists(livingSession))])]);
  };
}
