import type { Problem } from '../../api/problem.ts';

type Field = 'code' | 'email' | 'password' | 'currentPassword' | 'mailCode';

const ofEmail: Problem['code'][] = [
  'EMAIL_MISSING',
  'INVALID_EMAIL',
  'USER_ALREADY_EXISTS',
  'ACCOUNT_EXISTS',
];
const ofCurrent: Problem['code'][] = ['WRONG_PASSWORD', 'CURRENT_PASSWORD_MISSING'];

/** The field that a problem is about; null when it is about none, or about two of them. */
export function fieldOf(problem: Problem | null): Field | null {
  if (!problem) return null;
  const { code } = problem;
  if (ofEmail.includes(code)) return 'email';
  if (ofCurrent.includes(code)) return 'currentPassword';
  if (code.startsWith('INVITATION_CODE')) return 'code';
  if (code.startsWith('MAIL_CODE')) return 'mailCode';
  return code.startsWith('PASSWORD') || code === 'NEW_PASSWORD_MISSING' ? 'password' : null;
}
