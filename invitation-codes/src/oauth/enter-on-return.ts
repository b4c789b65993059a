import type { GenericEndpointContext } from 'better-auth';
import { invitationCodeErrors, refused } from '../error-codes.ts';
import { convert, digestOfConversion, liveGuest } from '../guests/convert.ts';
import { liveSession, type SessionWithUser } from '../guests/live-session.ts';
import { openGuestKeys } from '../keys/guest-keys.ts';
import { startMemberSession } from '../members/log-in.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { digestToSpend } from '../redemption/spending.ts';
import { digestOfSession, type OAuthState, oauthStateOnReturn } from './state.ts';

type Adapter = GenericEndpointContext['context']['internalAdapter'];
type Member = { id: string; email: string; emailVerified: boolean };

/** Logs a person in, registers them, or makes a guest a member. */
export function enterOnReturn(ctx: GenericEndpointContext, options: InvitationCodesOptions) {
  const { internalAdapter } = ctx.context;
  /** Who became a member in this request. */
  let newMember: Member | null = null;
  /** The person's id at the provider. */
  let accountId: string | undefined;

  function findAccountOwnerByKey(key: Parameters<Adapter['findAccountOwnerByKey']>[0]) {
    accountId = key.accountId;
    return internalAdapter.findAccountOwnerByKey(key);
  }

  /** Better Auth looks for the email of an unknown account. A person without a usable code must not learn who has an account. */
  async function findUserByEmail(given: string, ...rest: Rest<Adapter['findUserByEmail']>) {
    const email = options.normalEmail(given);
    const problem = options.problemOfEmail(email);
    if (problem) throw refused(problem);
    const found = await internalAdapter.findUserByEmail(email, ...rest);
    const state = await oauthStateOnReturn();
    if (found && state.act === 'enter') await digestToSpend(options, state.code, options.decideRegistration);
    if (found && state.act === 'convert') await refuseConversion(state);
    return found;
  }

  /** Creates a member, or makes the guest one, in the transaction that creates the sign-in method. */
  async function createUser(person: { email: string; emailVerified?: boolean }, source: Source) {
    const state = await oauthStateOnReturn();
    const { emailVerified = false } = person;
    const email = options.normalEmail(person.email);
    if (state.act === 'join') throw refused(invitationCodeErrors.NO_ACCOUNT);
    if (state.act === 'enter') {
      if (await liveSession(ctx, options)) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
      // We store only the email that the provider sends: no name, no picture.
      const user = await internalAdapter.createUser({ email, emailVerified, name: '' }, source);
      newMember = { id: user.id, email, emailVerified };
      return user;
    }
    const { id } = (await guestOnReturn(ctx, options, state)).user;
    const guestKeys = await openGuestKeys(ctx, options, id);
    const digest = await digestOfConversion(options, id, state.code);
    await convert(options, { id, email, emailVerified, digest, guestKeys });
    newMember = { id, email, emailVerified };
    return internalAdapter.findUserById(id);
  }

  /** Says that the account exists, but only to a guest who could become a member otherwise. */
  async function refuseConversion(state: Extract<OAuthState, { act: 'convert' }>) {
    const { id } = (await guestOnReturn(ctx, options, state)).user;
    await digestOfConversion(options, id, state.code);
    throw refused(invitationCodeErrors.ACCOUNT_EXISTS);
  }

  async function createSession(memberId: string, ...rest: Rest<Adapter['createSession']>) {
    const state = await oauthStateOnReturn();
    if (!newMember && state.act === 'convert') await refuseConversion(state);
    const former = state.act === 'join' ? await guestOnReturn(ctx, options, state) : await formerSession();
    const guestData = state.act === 'join' ? state.chats : null;
    const proof = { providerId: String(ctx.params?.id), accountId };
    const login = { memberId, proof, former, guestData };
    const create = () => internalAdapter.createSession(memberId, ...rest);
    const session = await startMemberSession(ctx, options, login, create);
    if (newMember) options.afterMember(newMember, ctx.headers ?? new Headers());
    return session;
  }

  /** A person who became a guest meanwhile must first say what happens to the guest's data. */
  async function formerSession() {
    const live = newMember ? null : await liveSession(ctx, options);
    if (live?.user.isGuest) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    return live;
  }

  return { findAccountOwnerByKey, findUserByEmail, createUser, createSession };
}

type Source = Parameters<Adapter['createUser']>[1];
type Rest<Act> = Act extends (first: string, ...rest: infer Others) => unknown ? Others : never;

/** The guest who went to the provider, if this browser still has that guest's session. */
async function guestOnReturn(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  { session }: { session: string },
): Promise<SessionWithUser> {
  const guest = await liveGuest(ctx, options);
  if (digestOfSession(guest) !== session) throw refused(invitationCodeErrors.NOT_A_GUEST);
  return guest;
}
