import type { Refusal } from '@foyer/policy';

export const refusalPages = { enter: '/login', convert: '/create-account', link: '/account' };

const ownRefusals: Refusal[] = [
  'INVITATION_CODE_REQUIRED',
  'INVITATION_CODE_INVALID',
  'INVITATION_CODE_WRONG_KIND',
  'REGISTRATION_DISABLED',
  'CODES_STOPPED',
  'ACCOUNT_BLOCKED',
  'CONVERSION_OFF',
  'ALREADY_SIGNED_IN',
  'NOT_A_GUEST',
  'ACCOUNT_EXISTS',
  'NO_ACCOUNT',
  'KEY_GONE',
  'INVALID_EMAIL',
];

/** Error names of Better Auth and the providers, as our refusals. Any other name is PROVIDER_FAILED. */
const reasons: Record<string, Refusal> = {
  access_denied: 'PROVIDER_DENIED',
  account_not_linked: 'PROVIDER_NOT_LINKED',
  account_already_linked_to_different_user: 'PROVIDER_TAKEN',
  email_not_found: 'PROVIDER_NO_EMAIL',
  unable_to_link_account: 'NOT_SIGNED_IN',
};

/** The page after a provider. `location` is Better Auth's redirect to a page of ours, a refusal in `error`. */
export function returnPage(location: string, provider: string): { page: string; refusal: Refusal | null } {
  const { pathname, searchParams } = new URL(location, 'http://here.invalid');
  const error = searchParams.get('error');
  if (error === null) return { page: pathname, refusal: null };
  const refusal = refusalOf(error);
  // Better Auth's own error page: the state was lost or forged, so we do not know the purpose.
  const page = Object.values(refusalPages).includes(pathname) ? pathname : refusalPages.enter;
  return { page: pageFor(page, refusal, provider), refusal };
}

function refusalOf(error: string): Refusal {
  return ownRefusals.find((refusal) => refusal === error) ?? reasons[error] ?? 'PROVIDER_FAILED';
}

export function pageFor(page: string, refusal: Refusal, provider: string): string {
  const from = `provider=${encodeURIComponent(provider)}`;
  if (page !== refusalPages.enter) return `${page}?refusal=${refusal}&${from}`;
  if (refusal === 'INVITATION_CODE_REQUIRED') return `/one-more-step?${from}`;
  if (refusal === 'REGISTRATION_DISABLED') return `/register?refusal=${refusal}`;
  const isCode = refusal.startsWith('INVITATION_CODE_');
  return `${isCode ? '/one-more-step' : page}?refusal=${refusal}&${from}`;
}
