import { parseArgs } from 'node:util';
import type { Finding } from '@foyer/server/doctor';
import type { Command } from '../command.ts';
import { Failure } from '../terminal/failure.ts';
import { asJson } from '../terminal/format.ts';
import { alignTable, printable } from '../terminal/table.ts';

/** How long what does not let go, as a database that hangs, keeps the command after its end, in milliseconds. */
const lingeringMs = 500;

export const doctor: Command = {
  manual: {
    name: 'doctor',
    synopsis: '[--json]',
    summary: 'check the installation, and say what to do',
    about: `Checks the settings, the database and its migrations, the secret, whether all chats are sealed, the default codes, how many model calls of today
are spent (where MODEL_CALLS_PER_DAY is set), mail (greets the mail server, sends nothing), each provider (asks for its discovery document, and prints the callback address to be entered
there) and the model (asks it one short question). Each check is ok, warning, failed or off; off is what is not
set up, not in use, or cannot be checked before something else is mended. It writes nothing, may run while the
server runs, and takes ten seconds at most.`,
    options: [
      [
        '--json',
        'prints an array of { "check", "status", "message", "todo" }; of a provider with "callback", of a\ncode with "remaining" and "allowed"',
      ],
    ],
    failure: 'a check failed',
    example: './foyer doctor',
  },

  async run(args, { config, print, now }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { examine } = await import('@foyer/server/doctor');
    const findings = await examine(config, now);
    setTimeout(() => process.exit(), lingeringMs).unref();
    print(values.json ? asJson(findings) : alignTable(findings.map(rowOf)));
    const failed = findings.filter(({ status }) => status === 'failed').length;
    if (failed > 0) throw new Failure(failed === 1 ? 'one check failed' : `${failed} checks failed`);
  },
};

function rowOf({ check, status, message, todo, callback }: Finding): string[] {
  const lines = [printable(message)];
  if (callback !== undefined) lines.push(`Its callback address: ${callback}`);
  if (todo !== undefined) lines.push(`→ ${printable(todo)}`);
  return [check, status, lines.join('\n')];
}
