import type { Refusal } from '@foyer/policy';

/** The pages to which a provider's answer leads when it is a no, by what the person went there for. */
export const refusalPages = { enter: '/login', convert: '/create-account', link: '/account' };

/** Our own refusals, as they come out of the way back. */
const own: Refusal[] = [
  'INVITATION_CODE_REQUIRED',
  'INVITATION_CODE_INVALID',
  'INVITATION_CODE_WRONG_KIND',
  'REGISTRATION_DISABLED',
  'CONVERSION_OFF',
  'ALREADY_SIGNED_IN',
  'NOT_A_GUEST',
  'ACCOUNT_EXISTS',
  'NO_ACCOUNT',
  'KEY_GONE',
  'INVALID_EMAIL',
];

/** What Better Auth and the providers call their reasons, in our words. All others are failures of the provider. */
const reasons: Record<string, Refusal> = {
  access_denied: 'PROVIDER_DENIED',
  account_not_linked: 'PROVIDER_NOT_LINKED',
  account_already_linked_to_different_user: 'PROVIDER_TAKEN',
  email_not_found: 'PROVIDER_NO_EMAIL',
  // The session that wanted the link has ended meanwhile.
  unable_to_link_account: 'NOT_SIGNED_IN',
};

/**
 * Where a person goes whom a provider has sent back.
 *
 * @param location where Better Auth would send them: a page of ours, with its reason for no in `error`
 * @param provider the provider's id
 */
export function returnPage(location: string, provider: string): { page: string; refusal: Refusal | null } {
  const { pathname, searchParams } = new URL(location, 'http://here.invalid');
  const error = searchParams.get('error');
  if (error === null) return { page: pathname, refusal: null };
  const refusal = refusalOf(error);
  // Better Auth's own page for errors is none of ours: the state was lost or forged, and with it what the person wanted.
  const page = Object.values(refusalPages).includes(pathname) ? pathname : refusalPages.enter;
  return { page: pageFor(page, refusal, provider), refusal };
}

function refusalOf(error: string): Refusal {
  return own.find((refusal) => refusal === error) ?? reasons[error] ?? 'PROVIDER_FAILED';
}

/** The page that tells a refusal to somebody who came back from a provider, by the page from which they went. */
export function pageFor(page: string, refusal: Refusal, provider: string): string {
  const from = `provider=${encodeURIComponent(provider)}`;
  if (page !== refusalPages.enter) return `${page}?refusal=${refusal}&${from}`;
  if (refusal === 'INVITATION_CODE_REQUIRED') return `/one-more-step?${from}`;
  if (refusal === 'REGISTRATION_DISABLED') return `/register?refusal=${refusal}`;
  const isCode = refusal.startsWith('INVITATION_CODE_');
  return `${isCode ? '/one-more-step' : page}?refusal=${refusal}&${from}`;
}
