import type { BetterAuthPlugin } from 'better-auth';
import { checkCode } from './codes/check-code.ts';
import { invitationCodeErrors } from './error-codes.ts';
import { convertGuest } from './guests/convert.ts';
import { enterAsGuest } from './guests/enter.ts';
import { eraseBeforeSignOut, leaveAsGuest } from './guests/leave.ts';
import { gate } from './members/gate.ts';
import { decideBeforeSignIn } from './members/log-in.ts';
import { decideBeforeSignUp } from './members/register.ts';
import { decideBeforeProvider } from './oauth/begin.ts';
import { decideOnReturn } from './oauth/return.ts';
import type { InvitationCodesOptions } from './options.ts';
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

export { isGeneratedCode } from './codes/generated-code.ts';
export type { Refusal } from './error-codes.ts';
export { forgetExpiredAttempts } from './guests/attempt.ts';
export { originOfGuest } from './guests/convert.ts';
export { cleanUpGuests } from './guests/leave.ts';
export { isIdle } from './guests/live-session.ts';
export type { CodeState, InvitationCodesOptions, Registration } from './options.ts';
export { lookUp } from './redemption/redeem.ts';
