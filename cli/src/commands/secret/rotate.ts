import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { showProgress } from '../../terminal/progress.ts';
import { counted } from '../../terminal/table.ts';

export const secretRotate: Command = {
  manual: {
    name: 'secret rotate',
    synopsis: '[--keep-sessions] [--new-secret-file FILE] [--json]',
    summary: 'replace the secret of this installation by a new one',
    about: `Seals all codes anew and wraps the data keys of members anew. End all servers and commands first, and make a
backup of the database and of the secret. A server that still runs ends by itself within seconds; none starts
before the rotation has ended. Where it is broken off, run it again: it goes on. Until its end it takes both
secrets, the former one and the new one.

The secret in DATA_DIR is replaced by one that is made. Where SECRET or SECRET_FILE is set, write a new secret
into a file (openssl rand -hex 32), name it by --new-secret-file, and set SECRET or SECRET_FILE to it afterwards.

Everybody is signed out, and guests are erased with their chats, unless --keep-sessions is given. Do not give it
when the former secret has become known to others.

It does not undo a theft: with a copy of the database of before, the former secret still opens what is in that copy.
Delete backups of before as soon as you can.`,
    options: [
      ['--keep-sessions', 'people stay signed in; default: everybody is signed out, and guests are erased'],
      ['--new-secret-file FILE', 'where the new secret is, at least 32 characters; only where SECRET is set'],
      [
        '--json',
        'prints { "codes", "people", "sessions", "guests", "isRewritten" }; the middle two are null where sessions are kept',
      ],
    ],
    failure: 'it could not be begun, and nothing has changed; or it was broken off, and the next run goes on',
    example: './foyer secret rotate',
  },

  async run(args, { config, print }) {
    const { values } = parseArgs({
      args,
      options: {
        'keep-sessions': { type: 'boolean', default: false },
        'new-secret-file': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const settings = config();
    const file = values['new-secret-file'];
    const newSecret = file === undefined ? null : secretIn(file);
    const { rotateSecret } = await import('@foyer/server/rotate-secret');
    const progress = showProgress(process.stderr);
    const { codes, people, ended, isRewritten } = await rotateSecret(settings, {
      newSecret,
      keepsSessions: values['keep-sessions'],
      tell: (step, rows) => progress.show({ step, rows, fraction: null }),
    }).finally(progress.clear);
    if (values.json) {
      const { sessions, guests } = ended ?? { sessions: null, guests: null };
      return print(asJson({ codes, people, sessions, guests, isRewritten }));
    }
    print(
      `The secret is a new one. Sealed anew: ${counted(codes, 'code')}, and the keys of ${counted(people, 'person', 'people')}.`,
    );
    if (ended)
      print(
        `${counted(ended.sessions, 'session')} of members ended. ${counted(ended.guests, 'guest')} erased, with their chats.`,
      );
    else print('People stay signed in.');
    if (!isRewritten)
      print(
        'The files still hold what the former secret opens, between the rows: a start of Foyer rewrites them.',
      );
    print(
      settings.secret === null
        ? 'Keep a copy of the file `secret` in DATA_DIR, apart from the backups of the database. Then start Foyer.'
        : 'Set SECRET or SECRET_FILE to the new secret on every server. Then start Foyer.',
    );
  },
};

function secretIn(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Failure(
      `the file of the new secret cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (secret.length >= 32 && secret.length <= 1000) return secret;
  throw new Failure('a new secret has 32 to 1000 characters');
}
