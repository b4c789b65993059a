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
 * Invitation codes for any app on Better Auth: login codes open guest sessions, registration codes create accounts.
 *
 * The plugin creates guests itself; Better Auth creates members. No user is created without the plugin's admission. The
 * host creates the tables of `tables.ts`, with foreign keys to `user` that cascade: erasing a guest erases all their data.
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
export { cleanUpGuests, eraseIfOver, eraseOverdueGuests, putOutGuest } from './guests/leave.ts';
export { isIdle, isOver } from './guests/live-session.ts';
export { admit } from './members/gate.ts';
export type { GuestDataChoice, InvitationCodesOptions } from './options.ts';
export { digestFinder, findDigest } from './redemption/find-digest.ts';
export { lookUp } from './redemption/look-up.ts';
export { keepPlace } from './redemption/places.ts';
