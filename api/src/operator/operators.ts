import * as z from 'zod';
import { email, nothing, plainText, time } from '../fields.ts';
import { guessable, refusals, route, scopes } from '../route.ts';
import { operatorRoute } from './route.ts';

const base = '/api/operator';
const token = plainText(200);
const password = plainText(1000);
/** Six digits of an authenticator app, or a recovery code. */
const secondFactor = plainText(100);

export const scope = z.enum(scopes, { error: `one of ${scopes.join(', ')} is expected` });

export const lookAtSetUp = route({
  method: 'POST',
  base,
  path: '/set-up/look',
  isOpen: true,
  about:
    'Says whether the link that makes an operator still works. Spends nothing. `email` is null where the person chooses it, as at the very first start.',
  body: z.strictObject({ token }),
  answers: {
    200: z.strictObject({
      state: z.enum(['valid', 'used', 'ended']),
      email: z.string().nullable(),
      expiresAt: time,
    }),
  },
  refuses: refusals(guessable, { 400: ['LINK_INVALID'] }),
});

export const setUp = route({
  method: 'POST',
  base,
  path: '/set-up',
  isOpen: true,
  about:
    'Uses the link: sets the password, creates the account if there is none, makes it an operator, and logs in. `email` is expected only where the link names none. No registration code is needed.',
  body: z.strictObject({ token, password, email: email.optional() }),
  answers: { 200: z.strictObject({ user: z.strictObject({ id: z.string(), isGuest: z.literal(false) }) }) },
  refuses: refusals(guessable, {
    400: [
      'LINK_INVALID',
      'ALREADY_SIGNED_IN',
      'ACCOUNT_BLOCKED',
      'INVALID_EMAIL',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
      'PASSWORD_TOO_COMMON',
    ],
    409: ['LINK_USED'],
    422: ['USER_ALREADY_EXISTS'],
  }),
});

export const getMe = operatorRoute({
  method: 'GET',
  base,
  path: '/me',
  scope: 'read',
  about: 'Who asks. `email` is null for a token, `name` for an operator.',
  answers: {
    200: z.strictObject({
      by: z.enum(['operator', 'token']),
      id: z.string(),
      email: z.string().nullable(),
      name: z.string().nullable(),
      scopes: z.array(scope),
      freshUntil: time
        .nullable()
        .meta({ description: 'Until when nothing has to be confirmed; null for a token' }),
      twoFactor: z.boolean(),
      hasPassword: z.boolean(),
    }),
  },
});

export const confirm = operatorRoute({
  method: 'POST',
  base,
  path: '/confirm',
  about:
    'Confirms that it is still the operator: for 15 minutes, routes that ask for a fresh session pass. `code` is of the second factor, where one is set up.',
  body: z.strictObject({ password, code: secondFactor.optional() }),
  answers: { 200: z.strictObject({ freshUntil: time }) },
  refuses: { 400: ['WRONG_PASSWORD', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_WRONG'] },
});

const operator = z.strictObject({
  userId: z.string(),
  email: z.string(),
  since: time,
  twoFactor: z.boolean(),
});

export const listOperators = operatorRoute({
  method: 'GET',
  base,
  path: '/operators',
  scope: 'read',
  about: 'All operators, the oldest first, and the links that can still make one.',
  answers: {
    200: z.strictObject({
      operators: z.array(operator),
      links: z.array(z.strictObject({ email: z.string().nullable(), expiresAt: time })),
    }),
  },
});

export const addOperator = operatorRoute({
  method: 'POST',
  base,
  path: '/operators',
  isFresh: true,
  about: 'Makes a member an operator. Nothing happens if they are one.',
  body: z.strictObject({ userId: plainText(100) }),
  answers: { 204: null },
  refuses: { 400: ['NOT_A_MEMBER'], 404: ['NOT_FOUND'] },
});

export const removeOperator = operatorRoute({
  method: 'DELETE',
  base,
  path: '/operators/:userId',
  isFresh: true,
  about:
    'Makes an operator a member again, and revokes the tokens that they made. The last operator stays: only the command can remove them.',
  params: z.object({ userId: plainText(100) }),
  unknown: 'NOT_FOUND',
  answers: { 204: null },
  refuses: { 404: ['NOT_FOUND'], 409: ['LAST_OPERATOR'] },
});

export const beginTwoFactor = operatorRoute({
  method: 'POST',
  base,
  path: '/two-factor',
  isFresh: true,
  about:
    'Begins to set up a second factor: the address for an authenticator app (`otpauth://…`), its secret to type, and recovery codes, shown only now. In force after `confirm`.',
  body: z.strictObject({ password }),
  answers: {
    200: z.strictObject({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) }),
  },
  refuses: { 400: ['WRONG_PASSWORD'], 409: ['SECOND_FACTOR_ON'] },
});

export const confirmTwoFactor = operatorRoute({
  method: 'POST',
  base,
  path: '/two-factor/confirm',
  isFresh: true,
  about: 'Turns the second factor on with the first code of the app.',
  body: z.strictObject({ code: secondFactor }),
  answers: { 204: null },
  refuses: { 400: ['SECOND_FACTOR_WRONG'], 409: ['SECOND_FACTOR_OFF', 'SECOND_FACTOR_ON'] },
});

export const endTwoFactor = operatorRoute({
  method: 'DELETE',
  base,
  path: '/two-factor',
  isFresh: true,
  about: 'Turns the second factor off.',
  body: nothing,
  isBodyOptional: true,
  answers: { 204: null },
  refuses: { 409: ['SECOND_FACTOR_OFF'] },
});
