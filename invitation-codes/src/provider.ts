import { createHash } from 'node:crypto';
import type { GenericEndpointContext } from 'better-auth';
import { addOAuthServerContext, createAuthMiddleware, getOAuthState } from 'better-auth/api';
import * as z from 'zod';
import { convert, digestOfConversion, liveGuest } from './convert-guest.ts';
import { invitationCodeErrors, refused } from './error-codes.ts';
import type { Admission } from './gate.ts';
import { guestChats, joinAccount } from './join-account.ts';
import { liveSession, type SessionOfPerson } from './live-session.ts';
import type { InvitationCodesOptions } from './options.ts';
import { digestOfGiven, digestToSpend } from './spending.ts';

/**
 * What a person went to a provider for. It waits on the server, in the state of Better Auth, where no client can write;
 * it holds no code and no user, only digests.
 */
const journeySchema = z.discriminatedUnion('act', [
  /** To log in, or to register with a code. */
  z.object({ act: z.literal('enter'), code: z.string().nullable() }),
  /** To become a member. `session` is the digest of the guest's session, which must be there still on the way back. */
  z.object({ act: z.literal('convert'), code: z.string().nullable(), session: z.string() }),
  /** To log in to an account, as a guest. */
  z.object({ act: z.literal('join'), chats: guestChats, session: z.string() }),
]);
type Journey = z.infer<typeof journeySchema>;

/**
 * Runs before `POST /sign-in/social`, whose body may hold an `invitationCode`, a guest's `guestChats`, or `converts: true`.
 * What is refused on the way back is refused here already, where it can be known.
 */
export const decideBeforeProvider = (options: InvitationCodesOptions) => ({
  matcher: ({ path }: { path?: string }) => path === '/sign-in/social',
  handler: createAuthMiddleware(async (ctx) => {
    await addOAuthServerContext({ journey: await journeyFrom(ctx, options) });
  }),
});

async function journeyFrom(ctx: GenericEndpointContext, options: InvitationCodesOptions): Promise<Journey> {
  const code = digestOfGiven(options, ctx.body?.invitationCode);
  if (ctx.body?.converts) {
    const guest = await liveGuest(ctx, options);
    await digestOfConversion(options, guest.user.id, code);
    return { act: 'convert', code, session: digestOfSession(guest) };
  }
  const live = await liveSession(ctx, options);
  const chats = guestChats.safeParse(ctx.body?.guestChats);
  if (live?.user.isGuest && chats.success)
    return { act: 'join', chats: chats.data, session: digestOfSession(live) };
  if (live) throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
  if (code !== null) await digestToSpend(options, code, options.decideRegistration);
  return { act: 'enter', code };
}

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

  /** Better Auth looks for the e-mail when it does not know the login: whoever has no usable code must not learn who has an account. */
  async function findUserByEmail(...args: Parameters<Adapter['findUserByEmail']>) {
    const found = await internalAdapter.findUserByEmail(...args);
    const journey = await journeyOnReturn();
    if (found && journey.act === 'enter')
      await digestToSpend(options, journey.code, options.decideRegistration);
    if (found && journey.act === 'convert') throw refused(invitationCodeErrors.ACCOUNT_EXISTS);
    return found;
  }

  /** Nobody has this login yet: a member is made, or the guest becomes one, in the transaction that makes the login. */
  async function createUser(person: { email: string; emailVerified?: boolean }, source: Source) {
    const problem = options.problemOfEmail(person.email);
    if (problem) throw refused(problem);
    const journey = await journeyOnReturn();
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
    const digest = await digestOfConversion(options, id, journey.code);
    await convert(options, { id, email, emailVerified, digest });
    made = { id, email, emailVerified };
    return internalAdapter.findUserById(id);
  }

  async function createSession(memberId: string, ...rest: Rest<Adapter['createSession']>) {
    const journey = await journeyOnReturn();
    const begin = () => internalAdapter.createSession(memberId, ...rest);
    if (journey.act === 'join') {
      const guestId = (await guestOnReturn(ctx, options, journey)).user.id;
      return joinAccount(ctx, options, { guestId, memberId, chats: journey.chats }, begin);
    }
    if (!made && journey.act === 'convert') throw refused(invitationCodeErrors.ACCOUNT_EXISTS);
    // Somebody who became a guest meanwhile, in another tab, must be asked what becomes of that.
    if (!made && (await liveSession(ctx, options))?.user.isGuest)
      throw refused(invitationCodeErrors.ALREADY_SIGNED_IN);
    const session = await begin();
    if (made) options.afterMember(made);
    return session;
  }

  return { findUserByEmail, createUser, createSession };
}

type Source = Parameters<Adapter['createUser']>[1];
type Rest<Act> = Act extends (first: string, ...rest: infer Others) => unknown ? Others : never;

/** What is spent for somebody whom a provider sends and who has no account yet; throws the refusal. */
async function admissionOnReturn(options: InvitationCodesOptions): Promise<Admission> {
  const journey = await journeyOnReturn();
  if (journey.act !== 'enter') throw refused(invitationCodeErrors.INVITATION_CODE_REQUIRED);
  const digest = await digestToSpend(options, journey.code, options.decideRegistration);
  return {
    isGuest: false,
    spends: digest === null ? null : { digest, kind: 'registration', entry: 'provider' },
  };
}

async function journeyOnReturn(): Promise<Journey> {
  return journeySchema.parse((await getOAuthState())?.serverContext?.journey);
}

/** The guest who went to the provider, if this browser is still theirs. */
async function guestOnReturn(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  { session }: { session: string },
): Promise<SessionOfPerson> {
  const guest = await liveGuest(ctx, options);
  if (digestOfSession(guest) !== session) throw refused(invitationCodeErrors.NOT_A_GUEST);
  return guest;
}

function digestOfSession({ session }: SessionOfPerson): string {
  return createHash('sha256').update(session.token).digest('base64url');
}
