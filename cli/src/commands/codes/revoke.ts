import { revokeCode } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { onOneCode } from './on-one-code.ts';

export const codesRevoke: Command = {
  manual: {
    name: 'codes revoke',
    synopsis: 'CODE [--json]',
    summary: 'end a code: it admits nobody from now on',
    about: `People who are in stay in. A code that is revoked already stays as it is. \`./foyer codes restore\` takes it back.`,
    options: [['--json', 'prints the code as an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes revoke SPRING-2027',
  },

  run: onOneCode(({ db, keys }, text, now) => revokeCode(db, keys, text, now)),
};
