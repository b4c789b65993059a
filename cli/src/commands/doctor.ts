import { parseArgs } from 'node:util';
import type { Finding } from '@foyer/server/doctor';
import type { Command } from '../command.ts';
import { Failure } from '../terminal/failure.ts';
import { asJson } from '../terminal/format.ts';
import { alignTable, printable } from '../terminal/table.ts';

/** How long to wait for hanging connections before the command exits, in milliseconds. */
const exitTimeoutMs = 500;

export const doctor: Command = {
  manual: {
    name: 'doctor',
    synopsis: '[--json]',
    summary: 'check the installation, and say how to fix it',
    about: `Checks the settings, the database and its migrations, the secret, the sealing of all chats, the default codes,
today's model calls (if MODEL_CALLS_PER_DAY is set), mail (greets the mail server, sends nothing), each provider
(fetches its discovery document, and prints the callback address to enter there), the files of the assistants and each
model (asks it one short question). Each check is ok, warning, failed or off. Off means: not set up, not in use, or not possible until another
check is fixed. It writes nothing, may run while the server runs, and takes at most ten seconds, unless the model is
silent: a model that is still loading is waited for, for the time of MODEL_PATIENCE.`,
    options: [
      [
        '--json',
        'print an array of { "check", "status", "message", "todo" }; a provider also has "callback",\na code "remaining" and "allowed"',
      ],
    ],
    failure: 'a check failed',
    example: './foyer doctor',
  },

  async run(args, { config, print, now }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { diagnose } = await import('@foyer/server/doctor');
    const findings = await diagnose(config, { now, onSilentModel });
    setTimeout(() => process.exit(), exitTimeoutMs).unref();
    print(values.json ? asJson(findings) : alignTable(findings.map(rowOf)));
    const failed = findings.filter(({ status }) => status === 'failed').length;
    if (failed > 0) throw new Failure(failed === 1 ? 'one check failed' : `${failed} checks failed`);
  },
};

function onSilentModel(patienceMs: number) {
  const seconds = patienceMs / 1000;
  process.stderr.write(`foyer: the model is silent, it may be loading: waiting up to ${seconds} seconds\n`);
}

function rowOf({ check, status, message, todo, callback }: Finding): string[] {
  const lines = [printable(message)];
  if (callback !== undefined) lines.push(`Callback address: ${callback}`);
  if (todo !== undefined) lines.push(`→ ${printable(todo)}`);
  return [check, status, lines.join('\n')];
}
