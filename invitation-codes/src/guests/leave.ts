import { APIError, createAuthEndpoint, createAuthMiddleware, formCsrfMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import type { ExpressionBuilder } from 'kysely';
import { guestExit } from '../bodies.ts';
import { invitationCodeErrors } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import type { HostTables } from '../tables.ts';
import { sessionFromCookie } from './live-session.ts';

type ErasureOptions = Pick<InvitationCodesOptions, 'db' | 'now' | 'guestTtlMs' | 'beforeErase' | 'afterErase'>;

/**
 * Runs before `POST /sign-out`: a guest is erased, a member's session ends. It throws when that fails, where
 * Better Auth's own sign-out would answer success.
 */
export const eraseBeforeSignOut = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-out',
  handler: createAuthMiddleware(async (ctx) => {
    const named = await sessionFromCookie(ctx);
    if (!named) return;
    if (named.user.isGuest) await eraseGuest(options, named.user.id);
    else await ctx.context.internalAdapter.deleteSession(named.session.token);
  }),
});

/**
 * `POST /invitation-code/leave`: erases one guest, whose session the request carries.
 *
 * Refused with `NOT_A_GUEST` (409) when that guest is a member by now: nothing ends then. A plain sign-out could not tell,
 * since a conversion ends the sessions of the guest. Another person's session does not end either.
 */
export const leaveAsGuest = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/leave',
    { method: 'POST', body: guestExit, use: [formCsrfMiddleware] },
    async (ctx) => {
      const { guest } = ctx.body;
      const named = await sessionFromCookie(ctx);
      const isTheirs = named?.user.id === guest;
      if (isTheirs && named.user.isGuest) await eraseGuest(options, guest);
      else await refuseMember(options, guest);
      if (isTheirs || !named) deleteSessionCookie(ctx);
      return ctx.json({ success: true });
    },
  );

/** Erases a guest with everything that hangs from them. Throws for one who has become a member. */
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
 * Erases the guests who are gone: idle for too long, or without a session that could bring them back.
 * One who cannot be erased does not keep the others.
 *
 * @param isEnough asked before each: whether the others can wait for another sweep
 * @returns how many were erased, and why others could not be
 */
export async function cleanUpGuests(
  options: ErasureOptions,
  isEnough: () => Promise<boolean>,
): Promise<{ erased: number; failures: unknown[] }> {
  const gone = await options.db.selectFrom('user').select('id').where(isGone(options)).execute();
  const failures: unknown[] = [];
  const erased: string[] = [];
  try {
    for (const { id } of gone) {
      if (await isEnough()) break;
      try {
        await options.beforeErase(id);
        if (await eraseIfGone(options, id)) erased.push(id);
      } catch (error) {
        failures.push(error);
      }
    }
  } finally {
    if (erased.length > 0) await options.afterErase(erased);
  }
  return { erased: erased.length, failures };
}

/** False when they have come back, were converted, or another server has erased them. */
function eraseIfGone(options: ErasureOptions, id: string): Promise<boolean> {
  return options.db.transaction().execute(async (trx) => {
    const deletion = trx.deleteFrom('user').where('id', '=', id).where(isGone(options));
    return (await deletion.returning('id').executeTakeFirst()) !== undefined;
  });
}

function isGone({ now, guestTtlMs }: ErasureOptions) {
  return ({ eb, and, or, not, exists, selectFrom }: ExpressionBuilder<HostTables, 'user'>) => {
    const livingSession = selectFrom('session')
      .select('session.userId')
      .whereRef('session.userId', '=', 'user.id')
      .where('session.expiresAt', '>', new Date(now()));
    const isIdle = eb('user.lastSeenAt', '<', now() - guestTtlMs);
    // Members have none: by its index, no member is read.
    const isSeen = eb('user.lastSeenAt', '>=', 0);
    return and([isSeen, eb('user.isGuest', '=', true), or([isIdle, not(exists(livingSession))])]);
  };
}
