import type { Refusal } from '@foyer/policy';
import { dictionary } from '@zxcvbn-ts/language-common';
import * as z from 'zod';

const minLength = 8;
const maxLength = 128;
/** The limit of mail servers (RFC 5321). */
const maxEmailLength = 254;

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
export function isAddress(email: string): boolean {
  const isForm = email.length <= maxEmailLength && z.email().safeParse(email).success;
  return isForm && !email.toLowerCase().endsWith('.invalid');
}

/** Null, or why the password is refused: its length, or it is one of 49,000 common ones. */
export function problemOfPassword(password: string): Refusal | null {
  if ([...password].length < minLength) return 'PASSWORD_TOO_SHORT';
  if (password.length > maxLength) return 'PASSWORD_TOO_LONG';
  return common.has(password.toLowerCase()) ? 'PASSWORD_TOO_COMMON' : null;
}
