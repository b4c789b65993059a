import type { Refusal } from '@foyer/policy';
import { dictionary } from '@zxcvbn-ts/language-common';
import * as z from 'zod';

const minLength = 8;
/** Better Auth hashes no longer ones. */
const maxLength = 128;
/** No mail server takes longer ones (RFC 5321). */
export const maxEmailLength = 254;

const common = new Set<string>(dictionary['passwords-common']);

/** Why a person cannot be registered with these, or null. */
export function problemOfCredentials({
  email,
  password,
}: {
  email: string;
  password: string;
}): Refusal | null {
  return isAddress(email) ? problemOfPassword(password) : 'INVALID_EMAIL';
}

/** Whether a text is the e-mail address of a person; `.invalid` is where guests have theirs. */
export function isAddress(email: string): boolean {
  const isForm = email.length <= maxEmailLength && z.email().safeParse(email).success;
  return isForm && !email.toLowerCase().endsWith('.invalid');
}

/** Why a password cannot be taken, or null: its length, or that it is one of some 49,000 that people take most. */
export function problemOfPassword(password: string): Refusal | null {
  if ([...password].length < minLength) return 'PASSWORD_TOO_SHORT';
  if (password.length > maxLength) return 'PASSWORD_TOO_LONG';
  return common.has(password.toLowerCase()) ? 'PASSWORD_TOO_COMMON' : null;
}
