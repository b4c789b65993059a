import { findCodeWithRedemptions } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { onOneCode } from './on-one-code.ts';

export const codesShow: Command = {
  manual: {
    name: 'codes show',
    synopsis: 'CODE [--json]',
    summary: 'show one code, its terms, its link and what it brought in',
    about: `CODE may be written in any form that people may type it in: case, spaces and hyphens of a generated code do not
matter. Put -- before a code that begins with a hyphen. "Redeemed" counts the uses that were spent, and the
guests among them who became members; it names nobody.`,
    options: [['--json', 'prints an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes show SPRING-2027',
  },

  run: onOneCode(({ db, keys }, text) => findCodeWithRedemptions(db, keys, text)),
};
