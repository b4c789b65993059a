import { runWithTransaction } from '@better-auth/core/context';
import type { GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { convert, digestOfConversion, liveGuest } from '../guests/convert.ts';
import { liveSession, type SessionWithUser } from '../guests/live-session.ts';
import { openGuestKeys } from '../keys/guest-keys.ts';
import type { Admission } from '../members/gate.ts';
import { startMemberSession, lockUser } from '../members/log-in.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestToSpend } from '../redemption/spending.ts';
import { digestOfSession, type OAuthState, oauthStateOnReturn, providerOf } from './state.ts';

/**
 * Runs before `GET /callback/:id`, to which the provider sends the person back. Nothing was kept in between: everything is
 * decided now, by acts that stand in for those of Better Auth and join its transactions.
 */
export const decideOnReturn = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/callback/:id',
  handler: createAuthMiddleware(async (ctx) => {
    const acts = actsOnReturn(ctx, options);
    return { context: { context: { admission: () => admissionOnReturn(options), internalAdapter: acts } } };
  }),
});

type Adapter = GenericEndpointContext['context']['internalAdapter'];
type Made = { id: string; email: string; emailVerified: boolean };

function actsOnReturn(ctx: GenericEndpointContext, options: InvitationCodesOptions) {
  const { internalAdapter } = ctx.context;
  let made: Made | null = null;
  /** The provider's id for who comes back. */
  let accountId: string | undefined;
  /** The session that wanted a login linked. */
  let linking: { id: string; userId: string } | null = null;

  /** The state is used up here, before the provider is asked: by the browser that has begun it, for the provider that it went to. */
  async function findVerificationValue(identifier: string) {
    const cookie = ctx.context.createAuthCookie('state').name;
    const begun = await ctx.getSignedCookie(cookie, ctx.context.secret);
    if (!begun || begun !== ctx.query?.state) return internalAdapter.findVerificationValue(identifier);
    const state = await internalAdapter.consumeVerificationValue(identifier);
    return state && providerOf(state.value) === ctx.params?.id ? state : null;
  }

  /** Better Auth asks for the session that wanted a login linked: it must be the one of this browser still. */
  async function findSession(token: string) {
    const { name } = ctx.context.authCookies.sessionToken;
    const here = await ctx.getSignedCookie(name, ctx.context.secret);
    const found = here === token ? await internalAdapter.findSession(token) : null;
    linking = found?.session ?? null;
    return found;
  }

  function findAccountOwnerByKey(key: Parameters<Adapter['findAccountOwnerByKey']>[0]) {
    accountId = key.accountId;
    return internalAdapter.findAccountOwnerByKey(key);
  }

  /** Better Auth looks for the e-mail when it does not know the login: whoever has no usable code must not learn who has an account. */
  async function findUserByEmail(email: string, ...rest: Rest<Adapter['findUserByEmail']>) {
    const problem = options.problemOfEmail(email);
    if (problem) throw refused(problem);
    const found = await internalAdapter.findUserByEmail(email, ...rest);
    const journey = await oauthStateOnReturn();
    if (found && journey.act === 'enter')
      await digestToSpend(options, journey.code, options.decideRegistration);
    if (found && journey.act === 'convert') await refuseConversion(journey);
    return found;
  }

  /** Nobody has this login yet: a member is made, or the guest becomes one, in the transaction that makes the login. */
  async function createUser(person: { email: string; emailVerified?: boolean }, source: Source) {
    const journey = await oauthStateOnReturn();
    const { email, emailVerified = false } = person;
    if (journey.act === 'join') throw refused(invitationCodeErrors.NO_ACCOUNT);
    if (journey.act === 'enter') {
      if (await liveSession(ctx, options)) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
      // Of what the provider tells, only the e-mail is kept: no name, no picture.
      const user = await internalAdapter.createUser({ email, emailVerified, name: '' }, source);
      made = { id: user.id, email, emailVerified };
      return user;
    }
    const { id } = (await guestOnReturn(ctx, options, journey)).user;
    const guestKeys = await openGuestKeys(ctx, options, id);
    const digest = await digestOfConversion(options, id, journey.code);
    await convert(options, { id, email, emailVerified, digest, guestKeys });
    made = { id, email, emailVerified };
    return internalAdapter.findUserById(id);
  }

  /** An account is there already: told to the guest who is still here, and who could become a member otherwise. */
  async function refuseConversion(journey: Extract<OAuthState, { act: 'convert' }>) {
    const { id } = (await guestOnReturn(ctx, options, journey)).user;
    await digestOfConversion(options, id, journey.code);
    throw refused(invitationCodeErrors.ACCOUNT_EXISTS);
  }

  /** A login that a member wants linked: only while the session that wanted it is there still, and the login nobody else's. */
  async function createAccount(account: Parameters<Adapter['createAccount']>[0]) {
    if (!linking) return internalAdapter.createAccount(account);
    const { id, userId } = linking;
    try {
      return await runWithTransaction(ctx.context.adapter, async () => {
        // A new password, an unlinking and a deletion wait here, or have ended the session.
        const isThere = (await lockUser(options.db, userId)) && (await hasSession(options, id));
        return isThere ? await internalAdapter.createAccount(account) : null;
      });
    } catch (error) {
      // Two who link one login at once both pass the look before; the database lets one of them through.
      if (!(await internalAdapter.findAccountByKey(account))) throw error;
      throw ctx.redirect('/account?error=account_already_linked_to_different_user');
    }
  }

  async function createSession(memberId: string, ...rest: Rest<Adapter['createSession']>) {
    const journey = await oauthStateOnReturn();
    if (!made && journey.act === 'convert') await refuseConversion(journey);
    const former = journey.act === 'join' ? await guestOnReturn(ctx, options, journey) : await heldBefore();
    const chats = journey.act === 'join' ? journey.chats : undefined;
    const proof = { providerId: String(ctx.params?.id), accountId };
    const login = { memberId, proof, former, chats };
    const begin = () => internalAdapter.createSession(memberId, ...rest);
    const session = await startMemberSession(ctx, options, login, begin);
    if (made) options.afterMember(made);
    return session;
  }

  /** The session of a member that this browser holds. Somebody who became a guest meanwhile must be asked what becomes of that. */
  async function heldBefore() {
    const live = made ? null : await liveSession(ctx, options);
    if (live?.user.isGuest) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    return live;
  }

  /** Better Auth answers for what fails in these as if the provider had failed: what went wrong is told to the host. */
  function reported<Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) {
    return async (...args: Args) => {
      try {
        return await act(...args);
      } catch (error) {
        if (!isAPIError(error)) options.report(error);
        throw error;
      }
    };
  }

  return {
    findVerificationValue: reported(findVerificationValue),
    findSession,
    findAccountOwnerByKey,
    findUserByEmail: reported(findUserByEmail),
    createUser: reported(createUser),
    createAccount: reported(createAccount),
    createSession,
  };
}

type Source = Parameters<Adapter['createUser']>[1];
type Rest<Act> = Act extends (first: string, ...rest: infer Others) => unknown ? Others : never;

async function hasSession({ db }: InvitationCodesOptions, id: string): Promise<boolean> {
  const session = await db.selectFrom('session').select('id').where('id', '=', id).executeTakeFirst();
  return session !== undefined;
}

/** What is spent for somebody whom a provider sends and who has no account yet; throws the refusal. */
async function admissionOnReturn(options: InvitationCodesOptions): Promise<Admission> {
  const journey = await oauthStateOnReturn();
  if (journey.act !== 'enter') throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
  const digest = await digestToSpend(options, journey.code, options.decideRegistration);
  return { spends: digest === null ? null : { digest, kind: 'registration', entry: 'provider' } };
}

/** The guest who went to the provider, if this browser is still theirs. */
async function guestOnReturn(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  { session }: { session: string },
): Promise<SessionWithUser> {
  const guest = await liveGuest(ctx, options);
  if (digestOfSession(guest) !== session) throw refused(invitationCodeErrors.NOT_A_GUEST);
  return guest;
}
