import { restoreCode } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { onOneCode } from './on-one-code.ts';

export const codesRestore: Command = {
  manual: {
    name: 'codes restore',
    synopsis: 'CODE [--json]',
    summary: 'un-revoke a code',
    about: `The code works again, if it has uses left and is not expired. A code that is not revoked stays as it is.`,
    options: [['--json', 'print the code as an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes restore SPRING-2027',
  },

  run: onOneCode(({ db, keys }, text) => restoreCode(db, keys, text)),
};
