import type { CodeKind } from '@foyer/invitation-codes/code';
import type { NewCode } from '@foyer/invitation-codes/terms';

export const fileFields = {
  code: 'invitation_code',
  kind: 'invitation_type',
  allowed: 'allowed_usage',
  remaining: 'remaining_usage',
  validFrom: 'valid_from',
  validUntil: 'valid_until',
  requirement: 'sensitive_personal_data_requirement',
  label: 'label',
} as const satisfies Record<keyof NewCode, string>;

export const fileKinds = { login: 'LOGIN', registration: 'REGISTER' } as const satisfies Record<
  CodeKind,
  string
>;

/** MongoDB's export adds it. */
export const ignoredFields = ['_id'];
