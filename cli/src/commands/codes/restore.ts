import { restoreCode } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { onOneCode } from './on-one-code.ts';

export const codesRestore: Command = {
  manual: {
    name: 'codes restore',
    synopsis: 'CODE [--json]',
    summary: 'take back that a code was revoked',
    about: `The code admits again, as far as its uses and its time let it. A code that is not revoked stays as it is.`,
    options: [['--json', 'prints the code as an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes restore SPRING-2027',
  },

  run: onOneCode(({ db, keys }, text) => restoreCode(db, keys, text)),
};
