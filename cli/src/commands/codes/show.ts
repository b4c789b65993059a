import { findCodeWithRedemptions } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { onOneCode } from './on-one-code.ts';

export const codesShow: Command = {
  manual: {
    name: 'codes show',
    synopsis: 'CODE [--json]',
    summary: 'show one code with its terms, its link and its redemptions',
    about: `Case does not matter in CODE, nor do spaces and hyphens in a generated one. Put -- before a code that starts with a
hyphen. "Redeemed" counts the spent uses, and the guests among them who became members. It names nobody.`,
    options: [['--json', 'print an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes show SPRING-2027',
  },

  run: onOneCode(({ db, keys }, text) => findCodeWithRedemptions(db, keys, text)),
};
