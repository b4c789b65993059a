import { guestEntry, guestExit, typedCode } from '@foyer/invitation-codes/bodies';
import * as z from 'zod';
import { language } from './access.ts';
import { email, plainText } from './fields.ts';
import { everywhere, guessable, refusals, route } from './route.ts';

const base = '/api/auth';

/** What should happen to a guest's chats when the guest logs in to an existing account. There is no default. */
export const guestChats = z.enum(['move', 'erase'], "'move' or 'erase' is expected");

const admitted = z.strictObject({ user: z.strictObject({ id: z.string(), isGuest: z.boolean() }) });
const admittedOrMailed = z.strictObject({ user: admitted.shape.user.nullable() });
const away = z.strictObject({ url: z.url() });

const credentials = z.object({ email, password: plainText(1000) });
const byProvider = z.strictObject({
  provider: plainText(100),
  invitationCode: typedCode.optional(),
  guestChats: guestChats.optional(),
});

const codes = refusals(guessable, {
  400: ['INVITATION_CODE_REQUIRED', 'INVITATION_CODE_INVALID', 'INVITATION_CODE_WRONG_KIND', 'CODES_STOPPED'],
});
const accounts = refusals(codes, {
  400: [
    'REGISTRATION_DISABLED',
    'ALREADY_SIGNED_IN',
    'INVALID_EMAIL',
    'PASSWORD_TOO_SHORT',
    'PASSWORD_TOO_LONG',
    'PASSWORD_TOO_COMMON',
  ],
});
const conversions = refusals(accounts, {
  400: ['CONVERSION_OFF', 'ACCOUNT_EXISTS', 'NOT_A_GUEST'],
  409: ['KEY_GONE'],
});
const providers = { 400: ['PROVIDER_UNKNOWN'], 409: ['KEY_GONE'], 503: ['PROVIDER_FAILED'] } as const;

export const enterAsGuest = route({
  method: 'POST',
  base,
  path: '/sign-in/invitation-code',
  about:
    'Starts a guest session with a login code, or with the default one. For 10 minutes, the same `attemptId` with the same code returns the session of the same guest.',
  body: guestEntry,
  answers: { 200: admitted },
  refuses: refusals(codes, {
    400: ['LOGIN_CODES_DISABLED', 'ALREADY_SIGNED_IN'],
    409: ['ROOM_FULL'],
    429: ['TOO_MANY_GUESTS'],
  }),
});

export const checkCode = route({
  method: 'POST',
  base,
  path: '/invitation-code/check',
  about: 'Says what a code opens, and in which language it meets people. Spends nothing.',
  body: z.strictObject({ code: typedCode }),
  answers: {
    200: z.strictObject({
      state: z.enum(['login', 'registration', 'unusable']),
      language: language.nullable(),
    }),
  },
  refuses: guessable,
});

export const register = route({
  method: 'POST',
  base,
  path: '/sign-up/email',
  about:
    'Creates an account. With mail set up, `user` is always null, nobody is logged in, and the user gets an email.',
  body: credentials.extend({ invitationCode: typedCode.optional(), name: plainText(200).optional() }),
  answers: { 200: admittedOrMailed },
  refuses: refusals(accounts, { 422: ['USER_ALREADY_EXISTS'] }),
});

export const convertGuest = route({
  method: 'POST',
  base,
  path: '/invitation-code/convert',
  about: 'Makes the logged-in guest a member who keeps all chats. All earlier sessions end.',
  body: credentials.extend({ invitationCode: typedCode.optional() }).strict(),
  answers: { 200: admitted },
  refuses: refusals(conversions, { 401: ['NOT_SIGNED_IN'] }),
});

export const logIn = route({
  method: 'POST',
  base,
  path: '/sign-in/email',
  about:
    'Logs a member in. A guest says what should happen to their chats. An operator with a second factor gives its `code`, too: six digits, or a recovery code.',
  body: credentials.extend({ guestChats: guestChats.optional(), code: plainText(100).optional() }),
  answers: { 200: admitted },
  refuses: refusals(guessable, {
    400: ['ALREADY_SIGNED_IN', 'ACCOUNT_BLOCKED', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_WRONG'],
    401: ['INVALID_EMAIL_OR_PASSWORD'],
    409: ['KEY_GONE'],
  }),
});

export const goToProvider = route({
  method: 'POST',
  base,
  path: '/sign-in/social',
  about: 'Returns the URL of a provider, to log in or register.',
  body: byProvider,
  answers: { 200: away },
  refuses: refusals(codes, providers, { 400: ['REGISTRATION_DISABLED', 'ALREADY_SIGNED_IN'] }),
});

export const convertByProvider = route({
  method: 'POST',
  base,
  path: '/invitation-code/convert-social',
  about: 'Returns the URL of a provider, to become a member.',
  body: byProvider.omit({ guestChats: true }),
  answers: { 200: away },
  refuses: refusals(conversions, providers, { 401: ['NOT_SIGNED_IN'] }),
});

export const returnFromProvider = route({
  method: 'GET',
  base,
  path: '/callback/:id',
  about:
    'The callback of a provider. Redirects to `/chat` or `/account`, or to the page that shows the refusal (`?refusal=CODE&provider=ID`).',
  params: z.object({ id: plainText(100) }),
  unknown: 'NOT_FOUND',
  answers: { 302: null },
  refuses: refusals(everywhere, { 404: ['NOT_FOUND'] }),
});

export const logOut = route({
  method: 'POST',
  base,
  path: '/sign-out',
  about:
    'Logs out; a guest is erased before the response. With `guest`, the id of a guest, only that guest is logged out: 409 if they have become a member, and nothing ends.',
  body: guestExit.partial(),
  isBodyOptional: true,
  answers: { 200: z.strictObject({ success: z.literal(true) }) },
  refuses: refusals(everywhere, { 409: ['NOT_A_GUEST'] }),
});
