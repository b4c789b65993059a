import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { liveSession, type SessionWithUser } from '../guests/live-session.ts';
import { type DataKeys, newDataKey, unwrap, wrap } from '../keys/data-keys.ts';
import { openGuestKeys } from '../keys/guest-keys.ts';
import type { GuestDataChoice, InvitationCodesOptions } from '../options.ts';
import type { HostTables } from '../tables.ts';
import { withAnyEmail } from './any-email.ts';

/** How a member has just proved who they are: their account at a provider, or the hash that their password matched. */
type Proof = { providerId: string; accountId?: string | undefined; passwordHash?: string | undefined };

type CreateSession = GenericEndpointContext['context']['internalAdapter']['createSession'];

/**
 * Runs before `POST /sign-in/email`. A guest must say what happens to their data: otherwise it would stay behind without
 * an owner, and the person would not know.
 */
export const decideBeforeSignIn = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-in/email',
  handler: createAuthMiddleware(async (ctx) => {
    const { internalAdapter, password } = ctx.context;
    const former = await liveSession(ctx, options);
    const guestData = options.guestDataChoice(ctx.body);
    if (former?.user.isGuest && !guestData) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    if (former?.user.isGuest && guestData === 'move') await openGuestKeys(ctx, options, former.user.id);
    let passwordHash: string | undefined;
    const verify: typeof password.verify = async (given) => {
      const isRight = await password.verify(given);
      if (isRight) passwordHash = given.hash;
      return isRight;
    };
    const { body } = ctx;
    const createSession: CreateSession = async (memberId, ...rest) => {
      const proved = await options.proveLogin(memberId, body);
      if (proved instanceof APIError) throw proved;
      const login = { memberId, proof: { providerId: 'credential', passwordHash }, former, guestData };
      const create = () => internalAdapter.createSession(memberId, ...rest);
      const session = await startMemberSession(ctx, options, login, create);
      await proved?.(session.id);
      return session;
    };
    const known = withAnyEmail(ctx, { ...ctx.body, email: String(ctx.body?.email) });
    return {
      context: {
        body: known.body,
        context: {
          password: { ...password, verify },
          internalAdapter: { ...known.internalAdapter, createSession },
        },
      },
    };
  }),
});

/**
 * Starts a member's session. The same transaction ends what this browser had before: another session, or a guest, after
 * their data was moved to the member or erased.
 */
export async function startMemberSession<Session>(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  login: {
    memberId: string;
    proof: Proof;
    former: SessionWithUser | null;
    guestData: GuestDataChoice | null;
  },
  createSession: () => Promise<Session>,
): Promise<Session> {
  const { db } = options;
  const { memberId, proof, former, guestData } = login;
  const guestId = former?.user.isGuest ? former.user.id : null;
  if (guestId) await options.beforeErase(guestId);
  const session = await runWithTransaction(ctx.context.adapter, async () => {
    // A new password, an unlinking and a deletion wait here, or have happened: the proof must still hold.
    const isValid = (await lockUser(db, memberId)) && (await stillHolds(db, memberId, proof));
    if (!isValid) throw invalidCredentials();
    if (guestId) await endGuest(ctx, options, { guestId, memberId, guestData });
    else if (former) await db.deleteFrom('session').where('id', '=', former.session.id).execute();
    return createSession();
  });
  if (guestId) await options.afterErase([guestId]);
  return session;
}

async function endGuest(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  { guestId, memberId, guestData }: { guestId: string; memberId: string; guestData: GuestDataChoice | null },
) {
  const { db } = options;
  // Writes for this guest, a conversion and a cleanup wait here.
  if (!(await lockUser(db, guestId))) throw refused(invitationCodeErrors.NOT_A_GUEST);
  if (guestData === 'move') {
    const { keys } = await openGuestKeys(ctx, options, guestId);
    const { isAnyMoved } = await options.moveGuest({ guestId, memberId });
    // Each request opens all keys of its person: add none without need.
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

/** Adds the keys of moved data to a member's keys. Call it while the member's row is locked. */
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

/** Locks a user's row until the transaction ends. Returns false when there is no such user. */
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
  const methods = await db
    .selectFrom('account')
    .select(['accountId', 'password'])
    .where('userId', '=', userId)
    .where('providerId', '=', providerId)
    .execute();
  return methods.some(
    (method) =>
      (accountId === undefined || method.accountId === accountId) &&
      (passwordHash === undefined || method.password === passwordHash),
  );
}

function invalidCredentials(): APIError {
  const code = 'INVALID_EMAIL_OR_PASSWORD';
  return new APIError('UNAUTHORIZED', { code, message: 'Invalid email or password' });
}
