import { revokeCode } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { onOneCode } from './on-one-code.ts';

export const codesRevoke: Command = {
  manual: {
    name: 'codes revoke',
    synopsis: 'CODE [--json]',
    summary: 'stop a code from working',
    about: `People who entered with it stay. A revoked code stays as it is. \`./foyer codes restore\` un-revokes it.`,
    options: [['--json', 'print the code as an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes revoke SPRING-2027',
  },

  run: onOneCode(({ db, keys }, text, now) => revokeCode(db, keys, text, now)),
};
