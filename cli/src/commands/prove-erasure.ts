import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { Failure } from '../terminal/failure.ts';
import { asJson, isoTime } from '../terminal/format.ts';
import { interruptible } from '../terminal/interrupt.ts';
import { proofInWords } from './print-proof.ts';

export const proveErasure: Command = {
  manual: {
    name: 'prove-erasure',
    synopsis: '[--json]',
    summary: 'prove that nothing is left of a guest who logged out',
    about: `Creates a login code for one use, enters with it like a guest, writes a message with a random mark, and logs out. It
searches for the mark in every table and every file of the database, before and after the logout. It tries to open
the message with the database and the secret, without the cookie of the guest's browser. Then it says what is gone
and what stays. At the end the code is revoked, even after an error.

It uses the running server. If none runs, it starts one for itself that nobody else on the network can reach. The
mark goes to the model, like every message. It reads all tables and files, which takes a while if they are large. It
reads the files of PostgreSQL only on the same machine, if the database user may ask for the data folder
(pg_read_all_settings) and you may read it.`,
    options: [
      [
        '--json',
        'print { "isProven", "at", "database", "server", "model", "mark", "claims", "gone", "stays",\n"leftInFiles" }; a claim that could not be checked has "holds": null',
      ],
    ],
    failure: 'a promise was broken, or the proof could not run',
    example: './foyer prove-erasure',
  },

  async run(args, { config, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const settings = config();
    const { proveErasure } = await import('@foyer/server/prove-erasure');
    const proof = await interruptible((signal) => proveErasure(settings, { signal }));
    print(values.json ? asJson({ ...proof, at: isoTime(proof.at) }) : proofInWords(proof));
    const wrong = proof.claims.filter(({ holds }) => holds === false);
    if (!proof.isProven) throw new Failure(`not as promised: ${wrong.map(({ name }) => name).join(', ')}`);
  },
};
