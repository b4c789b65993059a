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
    summary: 'replace the secret of this installation with a new one',
    about: `Encrypts all codes and the data keys of members with a new secret. First stop all servers and commands, and back up
the database and the secret. A server that still runs stops within seconds, and none starts before the rotation has
ended. If it is interrupted, run it again to continue. Until it has ended you need both secrets, the old and the new.

The secret in DATA_DIR is replaced by a generated one. If you set SECRET or SECRET_FILE, write a new secret to a file
(openssl rand -hex 32), pass it with --new-secret-file, and set SECRET or SECRET_FILE to it afterwards.

Everybody is logged out, and guests are erased with their chats, unless you pass --keep-sessions. Do not pass it when
somebody else may know the old secret.

It does not undo a theft: the old secret still opens an old copy of the database. Delete old backups as soon as you
can.`,
    options: [
      ['--keep-sessions', 'keep people logged in; default: everybody is logged out, and guests are erased'],
      [
        '--new-secret-file FILE',
        'a file with the new secret, at least 32 characters; only if SECRET or SECRET_FILE is set',
      ],
      [
        '--json',
        'print { "codes", "people", "sessions", "guests", "isRewritten" }; sessions and guests are null\nwith --keep-sessions',
      ],
    ],
    failure: 'it could not start and nothing has changed, or it was interrupted and the next run continues',
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
      `The secret is replaced. Encrypted again: ${counted(codes, 'code')}, and the keys of ${counted(people, 'person', 'people')}.`,
    );
    if (ended)
      print(
        `Ended ${counted(ended.sessions, 'session')} of members. Erased ${counted(ended.guests, 'guest')} with their chats.`,
      );
    else print('People stay logged in.');
    if (!isRewritten)
      print(
        'Deleted data that the old secret opens is still in the database files. The next start of Foyer rewrites them.',
      );
    print(
      settings.secret === null
        ? 'Copy the file `secret` in DATA_DIR to a safe place, away from the database backups. Then start Foyer.'
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
      `the file with the new secret cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (secret.length >= 32 && secret.length <= 1000) return secret;
  throw new Failure('the new secret must have 32 to 1000 characters');
}
