import type { CodeKind, CodeState, GuestOf, Registration } from '@foyer/invitation-codes/code';
import type { Refusal } from './refusals.ts';
import type { Settings } from './settings.ts';

/** The pages that a visitor can open. */
export type Page = 'landing' | 'login' | 'register';

export type { CodeState, GuestOf };

/** What a visitor is shown: the page, and what it offers. */
export type Access =
  | { page: 'landing'; guest: boolean; register: boolean; notice?: Refusal }
  | {
      page: 'login';
      guest: boolean;
      codeField: 'open' | 'folded' | 'none';
      register: boolean;
      notice?: Refusal;
    }
  | { page: 'register'; codeField: 'open' | 'locked' | 'none'; notice?: Refusal }
  /** The register page without a form. */
  | { page: 'registration-closed'; notice?: Refusal }
  /** A login code in the link lets the visitor in: at once, or after *Start chatting*. */
  | { page: 'entry'; asks: boolean };

/**
 * What a visitor may do here: the one answer that the pages draw and the server enforces.
 *
 * @param code the state of the code in the link
 */
export function decideAccess(settings: Settings, page: Page, code: CodeState): Access {
  if (code === 'login') return { page: 'entry', asks: settings.loginLinks === 'confirm' };
  if (code === 'registration')
    return openPage(settings, registrationOpen(settings) ? 'register' : 'login', code);
  return openPage(settings, page, code);
}

/**
 * Whether somebody may enter as a guest: null for yes, or the reason for no.
 * A code that is given is never measured against `loginCodes`: a valid login code in a link works always.
 *
 * @param by whether the person brings a code or asks for the default one
 * @param code the state of that code; `none` when no default is set
 */
export function decideEntry(settings: Settings, by: 'code' | 'default', code: CodeState): Refusal | null {
  if (by === 'default' && settings.loginCodes === 'disabled') return 'LOGIN_CODES_DISABLED';
  // A default code of the wrong kind is the operator's mistake, not the guest's.
  if (by === 'default' && code === 'registration') return 'INVITATION_CODE_INVALID';
  return refusalOf(code, 'login');
}

/**
 * Whether somebody may create an account from the outside.
 *
 * @param given the state of the code that the person brings
 * @param byDefault the state of the default registration code; `none` when there is none
 */
export function decideRegistration(
  settings: Settings,
  given: CodeState,
  byDefault: CodeState,
): Registration<Refusal> {
  if (!registrationOpen(settings)) return { refusal: 'REGISTRATION_DISABLED' };
  if (settings.registrationCodes === 'not-required') return { spends: 'nothing' };
  return decideCode(given, byDefault);
}

/**
 * Whether a guest may become a member, and which code pays for it. It works with registration closed.
 *
 * Where `guestConversion` is `free`, the guest of a code that was handed out needs nothing more. Everybody can be a guest
 * of the default code: without a registration code that would be open registration, so it takes one unless the operator
 * has opened registration to all.
 *
 * @param given the state of the code that the guest brings now
 * @param byDefault the state of the default registration code; `none` when there is none
 */
export function decideConversion(
  settings: Settings,
  guestOf: GuestOf,
  given: CodeState,
  byDefault: CodeState,
): Registration<Refusal> {
  if (settings.guestConversion === 'off') return { refusal: 'CONVERSION_OFF' };
  const isFree = settings.guestConversion === 'free' && (guestOf === 'given' || isOpenToAll(settings));
  if (isFree) return { spends: 'nothing' };
  return decideCode(given, registrationOpen(settings) ? byDefault : 'none');
}

function openPage(settings: Settings, page: Page, code: CodeState): Access {
  const notice = noticeOf(settings, code);
  const register = registrationOpen(settings);
  const guest = settings.loginCodes === 'enabled' && settings.hasDefaultLoginCode;
  if (page === 'landing') return { page, guest, register, ...notice };
  if (page === 'login') return { page, guest, codeField: loginField(settings), register, ...notice };
  if (!register) return { page: 'registration-closed', ...notice };
  return { page, codeField: registrationField(settings, code), ...notice };
}

function noticeOf(settings: Settings, code: CodeState): { notice?: Refusal } {
  if (code === 'unusable') return { notice: 'INVITATION_CODE_INVALID' };
  if (code === 'registration' && !registrationOpen(settings)) return { notice: 'REGISTRATION_DISABLED' };
  return {};
}

function loginField(settings: Settings): 'open' | 'folded' | 'none' {
  if (settings.loginCodes === 'disabled') return 'none';
  return settings.hasDefaultLoginCode ? 'folded' : 'open';
}

function registrationField(settings: Settings, code: CodeState): 'open' | 'locked' | 'none' {
  if (settings.registrationCodes === 'not-required') return 'none';
  if (code === 'registration') return 'locked';
  return settings.hasDefaultRegistrationCode ? 'none' : 'open';
}

/** Which of two codes pays for an account where one must. */
function decideCode(given: CodeState, byDefault: CodeState): Registration<Refusal> {
  if (given === 'none' && byDefault !== 'none') {
    return byDefault === 'registration' ? { spends: 'default' } : { refusal: 'INVITATION_CODE_INVALID' };
  }
  const refusal = refusalOf(given, 'registration');
  return refusal ? { refusal } : { spends: 'given' };
}

function isOpenToAll(settings: Settings): boolean {
  return registrationOpen(settings) && settings.registrationCodes === 'not-required';
}

function registrationOpen(settings: Settings): boolean {
  return settings.registration === 'enabled';
}

function refusalOf(code: CodeState, wanted: CodeKind): Refusal | null {
  if (code === wanted) return null;
  if (code === 'none') return 'INVITATION_CODE_REQUIRED';
  return code === 'unusable' ? 'INVITATION_CODE_INVALID' : 'INVITATION_CODE_WRONG_KIND';
}
