import * as z from 'zod';
import { email, nothing, plainText } from './fields.ts';
import { guessable, refusals, route } from './route.ts';

const base = '/api/auth';
const token = plainText(200);
/** The code in a letter, as a person types it. */
const typed = { email, code: plainText(1000) };

const newPassword = plainText(1000);
const passwords = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_COMMON'] as const;

export const sendVerification = route({
  method: 'POST',
  base,
  path: '/send-verification-email',
  about:
    'Sends the confirmation email again. The response is the same for every email. A logged-in member needs no fields.',
  body: z.strictObject({ email: email.optional() }),
  answers: { 200: nothing },
  refuses: refusals(guessable, { 400: ['MAIL_OFF', 'INVALID_EMAIL'] }),
});

export const verifyEmail = route({
  method: 'POST',
  base,
  path: '/verify-email',
  about:
    'Confirms an email with the token of a link, or with the code in the letter, and logs in the browser that registered. The refusal of a code is the same for every email.',
  body: z.union(
    [z.strictObject({ token }), z.strictObject(typed)],
    'token: either { token } or { email, code } is expected',
  ),
  answers: { 200: nothing },
  refuses: refusals(guessable, {
    400: ['LINK_INVALID', 'MAIL_CODE_INVALID', 'ALREADY_SIGNED_IN'],
    401: ['NOT_SIGNED_IN'],
    422: ['USER_ALREADY_EXISTS'],
  }),
});

export const requestPasswordReset = route({
  method: 'POST',
  base,
  path: '/request-password-reset',
  about:
    'Sends a link for a new password, if the email has an account. The response is the same for every email.',
  body: z.strictObject({ email }),
  answers: { 200: nothing },
  refuses: refusals(guessable, { 400: ['MAIL_OFF'] }),
});

export const resetPassword = route({
  method: 'POST',
  base,
  path: '/reset-password',
  about:
    'Sets a new password with a link, or with the code in the letter, and logs in; all other sessions end. A guest stays a guest: `user` is null.',
  body: z.union(
    [z.strictObject({ token, newPassword }), z.strictObject({ ...typed, newPassword })],
    'token: either { token, newPassword } or { email, code, newPassword } is expected',
  ),
  answers: {
    200: z.strictObject({
      user: z.strictObject({ id: z.string(), isGuest: z.literal(false) }).nullable(),
    }),
  },
  refuses: refusals(guessable, { 400: ['LINK_INVALID', 'MAIL_CODE_INVALID', ...passwords] }),
});
