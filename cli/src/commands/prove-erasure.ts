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
    summary: 'show that nothing is left of a guest who has logged out',
    about: `Makes a login code for one use, comes in by it as a guest does, writes a message with a random mark, and logs out.
It looks for the mark in every table and every file of the database, before the logout and after; it tries to open
the message with the database and the secret, without the cookie of the guest's browser; and it tells what is gone
and what stays. The code is revoked at the end, also where something fails.

It asks the server that runs. Where none runs, it starts one for itself, which nobody else on the network can reach.
The mark goes to the model that answers, as every message does. All tables and files are read, which takes a while
where they are large. The files of PostgreSQL are read where it runs on this machine, its user may ask for the place
of its data (pg_read_all_settings), and the user who runs this may read them.`,
    options: [
      [
        '--json',
        'prints { "isProven", "at", "database", "server", "model", "mark", "claims", "gone", "stays",\n"leftInFiles" }; a claim that could not be looked at has "holds": null',
      ],
    ],
    failure: 'something is not as promised, or the proof could not be carried out',
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
