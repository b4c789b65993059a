import type { Refusal } from '@foyer/policy';
import { dictionary } from '@zxcvbn-ts/language-common';

const leastLength = 8;
/** Better Auth hashes no longer ones. */
const mostLength = 128;

const common = new Set<string>(dictionary['passwords-common']);

/** Why a password cannot be taken, or null: its length, or that it is one of some 49,000 that people take most. */
export function problemOfPassword(password: string): Refusal | null {
  if ([...password].length < leastLength) return 'PASSWORD_TOO_SHORT';
  if (password.length > mostLength) return 'PASSWORD_TOO_LONG';
  return common.has(password.toLowerCase()) ? 'PASSWORD_TOO_COMMON' : null;
}
