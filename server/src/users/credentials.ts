import { isAnyEmail, isEmailForm } from '@foyer/api/email';
import type { Refusal } from '@foyer/policy';
import { dictionary } from '@zxcvbn-ts/language-common';

const minLength = 8;
const maxLength = 128;

const common = new Set<string>(dictionary['passwords-common']);

/** Null when they can be registered. */
export function problemOfCredentials({
  email,
  password,
}: {
  email: string;
  password: string;
}): Refusal | null {
  return isAddress(email) ? problemOfPassword(password) : 'INVALID_EMAIL';
}

/** `.invalid` addresses are refused: guests have those internally. */
const ofGuests = /[.@]invalid\.?$/i;

/** Whether a person may type this address, in its normal form. */
export function isAddress(email: string): boolean {
  return isEmailForm(email) && !ofGuests.test(email);
}

/** Whether a user may have this address: issuers give out addresses that nobody could type here. */
export function isPossibleAddress(email: string): boolean {
  return isAnyEmail(email) && !ofGuests.test(email);
}

/** Null, or why the password is refused: its length, or it is one of 49,000 common ones. */
export function problemOfPassword(password: string): Refusal | null {
  if ([...password].length < minLength) return 'PASSWORD_TOO_SHORT';
  if (password.length > maxLength) return 'PASSWORD_TOO_LONG';
  return common.has(password.toLowerCase()) ? 'PASSWORD_TOO_COMMON' : null;
}
