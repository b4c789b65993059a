import * as z from 'zod';
import { leftOut, replyEnding } from './chats.ts';
import { email, isoTime, nothing, plainText, time } from './fields.ts';
import { guessable, refusals, route, signedIn } from './route.ts';

const base = '/api/account';

const password = plainText(1000);
const proof = z.strictObject({ password: password.optional() });
const oneOf = z.object({ id: plainText(100) });

const ofMember = refusals(signedIn, { 400: ['NOT_A_MEMBER'] });
const proven = refusals(ofMember, guessable, { 400: ['CONFIRM_IDENTITY', 'WRONG_PASSWORD'] });
const passwords = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_COMMON'] as const;

export const account = z.strictObject({
  email: z.string(),
  isVerified: z.boolean(),
  createdAt: time,
  hasPassword: z.boolean(),
  isOperator: z.boolean().meta({ description: 'May open the console' }),
  isFresh: z.boolean().meta({ description: 'Logged in less than 10 minutes ago: no password is asked' }),
  logins: z.array(
    z.strictObject({ id: z.string(), provider: z.string(), name: z.string(), createdAt: time }),
  ),
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      device: z.string(),
      createdAt: time,
      lastActiveAt: time,
      isCurrent: z.boolean(),
    }),
  ),
});

export const exported = z.strictObject({
  id: z.string(),
  isGuest: z.boolean(),
  email: z.string().nullable(),
  isEmailVerified: z.boolean(),
  language: z.string().nullable(),
  name: z.string(),
  createdAt: isoTime.nullable(),
  updatedAt: isoTime.nullable(),
  lastSeenAt: isoTime.nullable(),
  invitation: z.union([
    z.literal(false),
    z.strictObject({
      kind: z.enum(['login', 'registration']).nullable(),
      label: z.string().nullable(),
      redeemedAt: isoTime.nullable(),
      entry: z.string().nullable(),
      convertedAt: isoTime.nullable(),
    }),
  ]),
  logins: z.array(
    z.strictObject({
      provider: z.string(),
      name: z.string(),
      accountId: z.string(),
      createdAt: isoTime.nullable(),
    }),
  ),
  sessions: z.array(
    z.strictObject({
      device: z.string(),
      userAgent: z.string().nullable(),
      createdAt: isoTime.nullable(),
      lastActiveAt: isoTime.nullable(),
    }),
  ),
  links: z.array(z.strictObject({ purpose: z.string(), email: z.string(), expiresAt: isoTime.nullable() })),
  messagesCounted: z.strictObject({ startedAt: isoTime.nullable(), count: z.int() }).nullable(),
  chats: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      createdAt: isoTime.nullable(),
      updatedAt: isoTime.nullable(),
      messages: z.array(
        z.strictObject({
          id: z.string(),
          role: z.enum(['user', 'assistant']),
          text: z.string(),
          status: z.enum(['complete', 'stopped', 'interrupted', 'failed']),
          createdAt: isoTime.nullable(),
          thoughts: z.string().optional(),
          ending: replyEnding.optional(),
          leftOut: leftOut.optional(),
          assistant: z.string().optional(),
          model: z.string().optional(),
        }),
      ),
    }),
  ),
  drafts: z.array(
    z.strictObject({ chatId: z.string().nullable(), text: z.string(), updatedAt: isoTime.nullable() }),
  ),
});

export const getAccount = route({
  method: 'GET',
  base,
  path: '/',
  about: 'The data of the account page.',
  answers: { 200: account },
  refuses: ofMember,
});

export const changePassword = route({
  method: 'POST',
  base,
  path: '/password',
  about: 'Sets a new password; all other sessions end.',
  body: z.strictObject({ currentPassword: password.optional(), newPassword: password }),
  answers: { 204: null },
  refuses: refusals(proven, { 400: passwords }),
});

export const changeEmail = route({
  method: 'POST',
  base,
  path: '/email',
  about: 'Sends a link to the new email, which changes it.',
  body: proof.extend({ email }),
  answers: { 202: nothing },
  refuses: refusals(proven, { 400: ['MAIL_OFF', 'INVALID_EMAIL'] }),
});

export const linkProvider = route({
  method: 'POST',
  base,
  path: '/logins',
  about: 'Returns the URL of a provider, to link it.',
  body: proof.extend({ provider: plainText(100) }),
  answers: { 200: z.strictObject({ url: z.url() }) },
  refuses: refusals(proven, { 400: ['PROVIDER_UNKNOWN'], 503: ['PROVIDER_FAILED'] }),
});

export const unlinkProvider = route({
  method: 'DELETE',
  base,
  path: '/logins/:id',
  about: 'Unlinks a provider.',
  params: oneOf,
  unknown: 'NOT_FOUND',
  body: proof,
  isBodyOptional: true,
  answers: { 204: null },
  refuses: refusals(proven, { 400: ['LAST_LOGIN'], 404: ['NOT_FOUND'] }),
});

export const endOtherSessions = route({
  method: 'DELETE',
  base,
  path: '/sessions',
  about: 'Ends all other sessions.',
  answers: { 204: null },
  refuses: ofMember,
});

export const endSession = route({
  method: 'DELETE',
  base,
  path: '/sessions/:id',
  about: 'Ends one session.',
  params: oneOf,
  unknown: 'NOT_FOUND',
  answers: { 204: null },
  refuses: refusals(ofMember, { 404: ['NOT_FOUND'] }),
});

export const deleteAccount = route({
  method: 'DELETE',
  base,
  path: '/',
  about: 'Erases the account with all its data. The last operator stays: a command can remove them.',
  body: proof,
  isBodyOptional: true,
  answers: { 204: null },
  refuses: refusals(proven, { 409: ['LAST_OPERATOR'] }),
});

export const newKey = route({
  method: 'POST',
  base,
  path: '/new-key',
  about:
    'For a guest without the key cookie: deletes the chats, which nobody can read any more, and gives the browser a new key. Session and limits stay. Does nothing if the chats can be opened.',
  body: nothing,
  answers: { 204: null },
  refuses: refusals(signedIn, { 400: ['NOT_A_GUEST'] }),
});

export const exportData = route({
  method: 'GET',
  base,
  path: '/export',
  about: 'Everything that is stored about the user, without passwords and tokens.',
  answers: { 200: exported },
  refuses: refusals(signedIn, { 409: ['KEY_GONE'] }),
});

export type Account = z.output<typeof account>;
export type Export = z.output<typeof exported>;
