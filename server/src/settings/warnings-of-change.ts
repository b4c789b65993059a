import type { Database } from '@foyer/database';
import { digestFinder, lookUp } from '@foyer/invitation-codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { LiveParts } from '../config/live.ts';
import type { Changes } from '../live-settings/change-settings.ts';

export type ChangeWarning = { name: string; message: string };

type Deps = { db: Database['db']; keys: CodeKeys; now: number };

/** What the changed settings lock or leave open, in a sentence each. Only about what the change touches. */
export async function warningsOf(
  { db, keys, now }: Deps,
  { settings, defaultLoginCode, defaultRegistrationCode, limits }: LiveParts,
  changes: Changes,
): Promise<ChangeWarning[]> {
  const stateOf = async (code: string | null) =>
    code === null ? 'none' : lookUp(db, await digestFinder(db, keys, code)(), now);
  const login = await stateOf(defaultLoginCode);
  const registration = await stateOf(defaultRegistrationCode);
  const { loginCodes, registrationCodes } = settings;
  const isOpen = settings.registration === 'enabled';
  const warnings: [isTrue: boolean, names: string[], message: string][] = [
    [
      settings.codesStopped,
      ['CODES_STOPPED'],
      'No code lets anybody in any more, neither on the pages nor in links. People who are in stay.',
    ],
    [
      !isOpen && loginCodes === 'disabled',
      ['REGISTRATION', 'LOGIN_CODES'],
      'The pages let nobody new in: login codes and registration are both off. Login codes in links still work.',
    ],
    [
      isOpen && registrationCodes === 'not-required',
      ['REGISTRATION', 'REGISTRATION_CODES'],
      'Anybody who finds this address can create an account.',
    ],
    [
      isOpen && registrationCodes === 'required' && registration === 'registration',
      ['REGISTRATION', 'REGISTRATION_CODES', 'DEFAULT_REGISTRATION_CODE'],
      'Anybody can create an account without a code of their own, until the default registration code is used up.',
    ],
    [
      loginCodes === 'enabled' && login === 'login',
      ['LOGIN_CODES', 'DEFAULT_LOGIN_CODE'],
      `Anybody who finds this address can chat as a guest: up to ${limits.defaultGuestsPerHour} of them in an hour.`,
    ],
    [
      defaultLoginCode !== null && login !== 'login',
      ['DEFAULT_LOGIN_CODE'],
      'This code opens no guest session now: it does not exist, is of the other kind, or has no uses or time left.',
    ],
    [
      defaultRegistrationCode !== null && registration !== 'registration',
      ['DEFAULT_REGISTRATION_CODE'],
      'This code creates no account now: it does not exist, is of the other kind, or has no uses or time left.',
    ],
    [
      settings.guestConversion === 'off' && !isOpen,
      ['GUEST_CONVERSION', 'REGISTRATION'],
      'Nobody can create an account any more, neither on the pages nor as a guest.',
    ],
  ];
  return warnings.flatMap(([isTrue, names, message]) => {
    const name = names.find((each) => each in changes);
    return isTrue && name !== undefined ? [{ name, message }] : [];
  });
}
