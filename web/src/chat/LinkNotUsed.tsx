import type { Access, Person } from '../api.ts';
import { canBecomeMember } from '../conversion/can-become-member.ts';
import { codeForAccount } from '../conversion/code-for-account.ts';
import type { Link } from '../visit.ts';
import { AlreadySignedIn } from './AlreadySignedIn.tsx';
import { CodeForAccount } from './CodeForAccount.tsx';

/** A link with a code was opened by somebody who is in: nothing is spent. */
export function LinkNotUsed({ link, access, person }: { link: Link; access: Access; person: Person }) {
  return link.state === 'registration' && canBecomeMember(person) ? (
    <CodeForAccount isNeeded={codeForAccount(access, link) !== ''} />
  ) : (
    <AlreadySignedIn link={link} person={person} />
  );
}
