import type { CodeKind, CodeState, GuestOf, Registration } from '@foyer/invitation-codes/code';
import type { Refusal } from './refusals.ts';
import type { Settings } from './settings.ts';

export type { CodeState, GuestOf };

export type Page = 'landing' | 'login' | 'register';

export type Access =
  | { page: 'landing'; guest: boolean; codeField: 'folded' | 'none'; register: boolean; notice?: Refusal }
  | {
      page: 'login';
      guest: boolean;
      codeField: 'open' | 'folded' | 'none';
      register: boolean;
      notice?: Refusal;
    }
  | { page: 'register'; codeField: 'open' | 'locked' | 'none'; notice?: Refusal }
  | { page: 'registration-closed'; notice?: Refusal }
  /** The link has a login code: enter now, or (`asks`) after a click. */
  | { page: 'entry'; asks: boolean };

/** What a visitor may do: the pages show it and the server enforces it. `code` is the state of the code in the link. */
export function decideAccess(settings: Settings, page: Page, code: CodeState): Access {
  if (settings.codesStopped && code !== 'none') return openPage(settings, page, code);
  if (code === 'login') return { page: 'entry', asks: settings.loginLinks === 'confirm' };
  if (code === 'registration')
    return openPage(settings, registrationOpen(settings) ? 'register' : 'login', code);
  return openPage(settings, page, code);
}

/** Why nobody may enter as a guest, or null. `loginCodes` only closes the default code: a code in a link always works. */
export function decideEntry(settings: Settings, by: 'code' | 'default', code: CodeState): Refusal | null {
  if (by === 'default' && settings.loginCodes === 'disabled') return 'LOGIN_CODES_DISABLED';
  // Before the code is looked at: a stop says the same of all codes.
  if (settings.codesStopped) return 'CODES_STOPPED';
  // A default code of the wrong kind is the operator's mistake, not the guest's.
  if (by === 'default' && code === 'registration') return 'INVITATION_CODE_INVALID';
  return refusalOf(code, 'login');
}

export function decideRegistration(
  settings: Settings,
  given: CodeState,
  byDefault: CodeState,
): Registration<Refusal> {
  if (!registrationOpen(settings)) return { refusal: 'REGISTRATION_DISABLED' };
  if (settings.registrationCodes === 'not-required') return { spends: 'nothing' };
  return decideCode(settings, given, byDefault);
}

/**
 * A guest can become a member even when registration is closed. Attack: everybody can be a guest of the default code, so
 * that guest needs a registration code, or conversion would be open registration.
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
  return decideCode(settings, given, registrationOpen(settings) ? byDefault : 'none');
}

function openPage(settings: Settings, page: Page, code: CodeState): Access {
  const notice = noticeOf(settings, code);
  const register = registrationOpen(settings);
  const guest = settings.loginCodes === 'enabled' && settings.hasDefaultLoginCode;
  if (page === 'landing') {
    const codeField = settings.loginCodes === 'enabled' ? 'folded' : 'none';
    return { page, guest, codeField, register, ...notice };
  }
  if (page === 'login') return { page, guest, codeField: loginField(settings), register, ...notice };
  if (!register) return { page: 'registration-closed', ...notice };
  return { page, codeField: registrationField(settings, code), ...notice };
}

function noticeOf(settings: Settings, code: CodeState): { notice?: Refusal } {
  if (code === 'unusable') return { notice: 'INVITATION_CODE_INVALID' };
  if (settings.codesStopped && code !== 'none') return { notice: 'CODES_STOPPED' };
  if (code === 'registration' && !registrationOpen(settings)) return { notice: 'REGISTRATION_DISABLED' };
  return {};
}

function loginField(settings: Settings): 'open' | 'folded' | 'none' {
  if (settings.loginCodes === 'disabled') return 'none';
  return settings.hasDefaultLoginCode ? 'folded' : 'open';
}

function registrationField(settings: Settings, code: CodeState): 'open' | 'locked' | 'none' {
  if (settings.registrationCodes === 'not-required') return 'none';
  if (code === 'registration' && !settings.codesStopped) return 'locked';
  return settings.hasDefaultRegistrationCode ? 'none' : 'open';
}

function decideCode(
  { codesStopped }: Settings,
  given: CodeState,
  byDefault: CodeState,
): Registration<Refusal> {
  if (codesStopped) return { refusal: 'CODES_STOPPED' };
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
