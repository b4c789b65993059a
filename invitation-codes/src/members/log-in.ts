import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { type GuestChats, guestChats } from '../bodies.ts';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { liveSession, type SessionWithUser } from '../guests/live-session.ts';
import { type DataKeys, newDataKey, unwrap, wrap } from '../keys/data-keys.ts';
import { openGuestKeys } from '../keys/guest-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import type { HostTables } from '../tables.ts';

/** By what a member has just shown who they are: their login at a provider, or the hash that their password was compared with. */
type Proof = { providerId: string; accountId?: string | undefined; passwordHash?: string | undefined };

type CreateSession = GenericEndpointContext['context']['internalAdapter']['createSession'];

/**
 * Runs before `POST /sign-in/email`, whose body may hold `guestChats`: a guest says what becomes of their chats.
 * Otherwise the guest would live on with nobody to hold them, though the person was never told what becomes of their chats.
 */
export const decideBeforeSignIn = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-in/email',
  handler: createAuthMiddleware(async (ctx) => {
    const { internalAdapter, password } = ctx.context;
    const former = await liveSession(ctx, options);
    const chats = guestChats.safeParse(ctx.body?.guestChats).data;
    if (former?.user.isGuest && !chats) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    if (former?.user.isGuest && chats === 'move') await openGuestKeys(ctx, options, former.user.id);
    let passwordHash: string | undefined;
    const verify: typeof password.verify = async (tried) => {
      const isRight = await password.verify(tried);
      if (isRight) passwordHash = tried.hash;
      return isRight;
    };
    const createSession: CreateSession = (memberId, ...rest) => {
      const login = { memberId, proof: { providerId: 'credential', passwordHash }, former, chats };
      return startMemberSession(ctx, options, login, () => internalAdapter.createSession(memberId, ...rest));
    };
    return {
      context: { context: { password: { ...password, verify }, internalAdapter: { createSession } } },
    };
  }),
});

/**
 * Begins a member's session, in one transaction with the end of what this browser held before: a guest, whose chats are
 * moved to the member or erased, or another session.
 */
export async function startMemberSession<Session>(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  login: { memberId: string; proof: Proof; former: SessionWithUser | null; chats?: GuestChats | undefined },
  createSession: () => Promise<Session>,
): Promise<Session> {
  const { db } = options;
  const { memberId, proof, former, chats } = login;
  const guestId = former?.user.isGuest ? former.user.id : null;
  if (guestId) await options.beforeErase(guestId);
  const session = await runWithTransaction(ctx.context.adapter, async () => {
    // A new password, a login that is taken away and a deletion wait here, or have been: what was shown must still hold.
    const isThere = (await lockUser(db, memberId)) && (await stillHolds(db, memberId, proof));
    if (!isThere) throw invalidCredentials();
    if (guestId) await endGuest(ctx, options, { guestId, memberId, chats });
    else if (former) await db.deleteFrom('session').where('id', '=', former.session.id).execute();
    return createSession();
  });
  if (guestId) await options.afterErase([guestId]);
  return session;
}

async function endGuest(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  { guestId, memberId, chats }: { guestId: string; memberId: string; chats: GuestChats | undefined },
) {
  const { db } = options;
  // Messages, a conversion and a sweep of this guest wait here.
  if (!(await lockUser(db, guestId))) throw refused(invitationCodeErrors.NOT_A_GUEST);
  if (chats === 'move') {
    const { keys } = await openGuestKeys(ctx, options, guestId);
    const { isAnyMoved } = await options.moveGuest({ guestId, memberId });
    // The keys of a person are all opened at each request.
    if (keys && isAnyMoved) await addKeys(options, memberId, keys);
  }
  const ended = await db
    .deleteFrom('user')
    .where('id', '=', guestId)
    .where('isGuest', '=', true)
    .returning('id')
    .executeTakeFirst();
  if (!ended) throw refused(invitationCodeErrors.NOT_A_GUEST);
}

/** Gives a member the keys to chats that are moved to them. Call it while their row is locked. */
async function addKeys({ db, keys }: InvitationCodesOptions, memberId: string, added: DataKeys) {
  const member = await db
    .selectFrom('user')
    .select('dataKeys')
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  const opener = { userId: memberId, secretKey: keys.data, browserKey: null };
  const own = member.dataKeys === null ? ([newDataKey()] as DataKeys) : unwrap(member.dataKeys, opener);
  if (!own) throw new Error('the data keys of a member cannot be opened');
  const dataKeys = wrap([...own, ...added], 'secret', opener);
  await db.updateTable('user').set({ dataKeys }).where('id', '=', memberId).execute();
}

/** Locks a person's row until the transaction ends; false when they are gone. */
export async function lockUser(db: Kysely<HostTables>, id: string): Promise<boolean> {
  const locked = await db
    .updateTable('user')
    .set(({ ref }) => ({ lastSeenAt: ref('lastSeenAt') }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return locked !== undefined;
}

async function stillHolds(
  db: Kysely<HostTables>,
  userId: string,
  { providerId, accountId, passwordHash }: Proof,
): Promise<boolean> {
  const logins = await db
    .selectFrom('account')
    .select(['accountId', 'password'])
    .where('userId', '=', userId)
    .where('providerId', '=', providerId)
    .execute();
  return logins.some(
    (login) =>
      (accountId === undefined || login.accountId === accountId) &&
      (passwordHash === undefined || login.password === passwordHash),
  );
}

function invalidCredentials(): APIError {
  const code = 'INVALID_EMAIL_OR_PASSWORD';
  return new APIError('UNAUTHORIZED', { code, message: 'Invalid e-mail or password' });
}
