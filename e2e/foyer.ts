import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { freePort } from '../testing/database/database.ts';
import { startProcess } from '../testing/server/process.ts';

const launcher = join(import.meta.dirname, '../foyer');

export type Foyer = Awaited<ReturnType<typeof startFoyer>>;
type Code = { code: string; remaining: number; link: string };

/**
 * A server in production mode, in its own process and data folder, with the operator's commands. Both end after the suite or
 * the test that started them.
 *
 * @param settings as an operator sets them in the environment
 */
export async function startFoyer(settings: Record<string, string> = {}) {
  const port = settings.PORT ?? String(await freePort());
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-journey-'));
  const env = { NODE_ENV: 'production', ...settings, PORT: port, DATA_DIR: dataDir };
  let server = await startProcess(env);
  after(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    url: settings.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    /** Creates a code, and returns it with its link. */
    async makeCode(kind: 'login' | 'registration', { code = '', uses = 20 } = {}): Promise<Code> {
      const text = code ? ['--code', code] : [];
      const made = await foyer(env, 'codes create', '--kind', kind, '--uses', String(uses), ...text);
      if (!Array.isArray(made)) throw new Error('codes create answers no list');
      return made[0];
    },
    /** Imports codes as an operator does. */
    async importCodes(rows: object[]): Promise<void> {
      const file = join(dataDir, 'codes.json');
      const always = { valid_from: '2020-01-01', valid_until: '2040-01-01', allowed_usage: 20 };
      await writeFile(
        file,
        JSON.stringify(rows.map((row) => ({ invitation_type: 'LOGIN', ...always, ...row }))),
      );
      await foyer(env, 'codes import', '--input-file', file, '--hot-run');
    },
    /** How many uses a code has left. */
    async remaining(code: string): Promise<number> {
      return (await foyer(env, 'codes show', code)).remaining;
    },
    /** Kills the server, and starts it again. */
    async crash() {
      await server.kill();
      server = await startProcess(env);
    },
    /** Prints the card of a code on a page of its own. Returns the PDF file. */
    async printCard(code: string): Promise<string> {
      const file = join(dataDir, `${crypto.randomUUID()}.pdf`);
      await foyer(env, 'codes print', code, '--one', '--output-file', file);
      return file;
    },
    databaseUrl: `sqlite:${join(dataDir, 'foyer.db')}`,
    revoke: (code: string) => foyer(env, 'codes revoke', code),
    /** The link that makes an operator. */
    addOperator: (email: string): Promise<{ link: string }> => foyer(env, 'operator add', email),
    /** The operator's link for a new password. */
    resetLink: (email: string): Promise<{ link: string }> => foyer(env, 'member reset-link', email),
  };
}

async function foyer(env: Record<string, string>, command: string, ...args: string[]) {
  const { stdout } = await promisify(execFile)(launcher, [...command.split(' '), ...args, '--json'], {
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout);
}
