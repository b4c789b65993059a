export const claims = {
  written: 'While the person was here, they could read their message.',
  tablesBefore: 'While the person was here, the mark was in no table of the database.',
  filesBefore: 'While the person was here, the mark was in no file of the database.',
  withoutCookie:
    'With the whole database and the secret of the server, but without the cookie of the person’s browser, the message could not be opened.',
  withCookie: 'With that cookie, the same rows could be opened, and the mark was in them.',
  loggedOut: 'The person logged out, and their session is over.',
  tablesAfter:
    'After that, no row of any table names the person or their chat, or holds its key or the mark.',
  filesAfter: 'After that, the mark is in no file of the database.',
  revoked: 'The code of this proof no longer works.',
} as const;

export type ClaimName = keyof typeof claims;

/** `holds`: null when it could not be checked. */
export type Claim = {
  name: ClaimName;
  claim: string;
  holds: boolean | null;
  found: string;
};

/** The proof could not run; this says nothing about the claims. */
export class CannotProve extends Error {}

export function claim(name: ClaimName, holds: boolean | null, found = ''): Claim {
  return { name, claim: claims[name], holds, found };
}
