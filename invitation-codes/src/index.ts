import type { BetterAuthPlugin } from 'better-auth';
import { checkCode } from './check-code.ts';
import { convertGuest } from './convert-guest.ts';
import { enterAsGuest } from './enter-as-guest.ts';
import { invitationCodeErrors } from './error-codes.ts';
import { gate } from './gate.ts';
import { eraseBeforeSignOut, leaveAsGuest } from './leave.ts';
import { decideBeforeSignIn } from './log-in.ts';
import type { InvitationCodesOptions } from './options.ts';
import { decideBeforeProvider } from './provider.ts';
import { decideOnReturn } from './provider-return.ts';
import { decideBeforeSignUp } from './register.ts';
import { schema } from './schema.ts';

/**
 * Invitation codes for any app on Better Auth: login codes open guest sessions, registration codes open accounts.
 *
 * Guests are written by the plugin itself, members by Better Auth. The host keeps the tables of `tables.ts` (foreign keys
 * from `user` cascade, so that erasing a guest erases all of theirs), and decides by its options what is asked of whom. A user can only come to exist through an act of this plugin.
 */
export function invitationCodes(options: InvitationCodesOptions) {
  return {
    id: 'invitation-codes',
    schema,
    $ERROR_CODES: invitationCodeErrors,
    endpoints: {
      signInInvitationCode: enterAsGuest(options),
      checkInvitationCode: checkCode(options),
      convertGuest: convertGuest(options),
      leaveAsGuest: leaveAsGuest(options),
    },
    hooks: {
      before: [
        decideBeforeSignUp(options),
        decideBeforeSignIn(options),
        decideBeforeProvider(options),
        decideOnReturn(options),
        eraseBeforeSignOut(options),
      ],
    },
    init: () => ({ options: { databaseHooks: gate(options) } }),
  } satisfies BetterAuthPlugin;
}

export { codeOfGuest, conversion } from './convert-guest.ts';
export { guestEntry } from './enter-as-guest.ts';
export { forgetAttempts } from './entry-attempt.ts';
export type { Refusal } from './error-codes.ts';
export { isGeneratedCode } from './generated-code.ts';
export { guestExit, sweepGuests } from './leave.ts';
export { isIdle } from './live-session.ts';
export { guestChats } from './log-in.ts';
export type { CodeState, InvitationCodesOptions, Registration } from './options.ts';
export { lookUp } from './redeem.ts';
export { typedCode } from './typed-code.ts';
