import { parseArgs } from 'node:util';
import { findCode } from '@foyer/invitation-codes/codes';
import { command, noteAct } from '@foyer/server/audit';
import { roomLink, roomSigningKey } from '@foyer/server/room-key';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { printable } from '../../terminal/table.ts';
import { idOfCode } from './acts.ts';

export const codesRoom: Command = {
  manual: {
    name: 'codes room',
    synopsis: 'CODE [--json]',
    summary: 'print the link of a screen that shows a code to a room',
    about: `The screen shows the code, its QR code, how many people are in and how many places are left. Anybody with the link can
open it without an account until the code ends or is revoked. It shows nothing else.`,
    options: [['--json', 'print { "link", "validUntil" }']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes room SPRING-2027',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    const { link, validUntil } = await open(async ({ db, keys, secret, publicUrl }) => {
      const code = await findCode(db, keys, text);
      const id = await idOfCode({ db, keys }, text);
      if (!code || id === null) throw new Failure(`there is no code ${printable(text)}`);
      await noteAct(db, command, { act: 'code.share-room', on: 'code', id }, now);
      return { link: roomLink(id, { key: roomSigningKey(secret), publicUrl }), validUntil: code.validUntil };
    });
    if (values.json) return print(asJson({ link, validUntil: isoTime(validUntil) }));
    print(`${link}\n\nWorks until ${shortTime(validUntil)}, for everybody who has it.`);
  },
};
