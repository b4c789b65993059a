import { parseArgs } from 'node:util';
import type { Scope } from '@foyer/server/operator-tokens';
import type { Command } from '../../command.ts';
import { WrongUsage } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { oneOf } from '../../terminal/option-values.ts';

const allScopes = ['read', 'codes', 'people', 'settings'] as const satisfies Scope[];

export const tokenCreate: Command = {
  manual: {
    name: 'token create',
    synopsis: '--name NAME --scope SCOPE … [--json]',
    summary: 'create a token for scripts that use the API',
    about: `Send it as \`Authorization: Bearer TOKEN\` to the routes below /api/operator (docs/api.md). It is shown only now, and works
until it is revoked.

A scope allows only what it names; repeat --scope to give more.
  read      look at codes, people, what codes brought, settings and the audit log
  codes     create, import, change, print and export codes
  people    end guests and members
  settings  change settings, and revoke tokens`,
    options: [
      ['--name NAME', 'what it is for, at most 60 characters'],
      ['--scope SCOPE', 'read, codes, people or settings; can be repeated'],
      ['--json', 'print { "id", "name", "scopes", "token" }'],
    ],
    failure: 'something failed',
    example: './foyer token create --name "cards for the library" --scope read --scope codes',
  },

  async run(args, { open, print, now }) {
    const { values } = parseArgs({
      args,
      options: {
        name: { type: 'string' },
        scope: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const name = nameIn(values.name);
    const scopes = values.scope.map((scope): Scope => oneOf('--scope', scope, allScopes));
    if (scopes.length === 0) throw new WrongUsage('--scope SCOPE is missing');
    const { createToken } = await import('@foyer/server/operator-tokens');
    const { command } = await import('@foyer/server/audit');
    const made = await open(({ db }) => createToken(db, { name, scopes }, { actor: command, now }));
    const { id, token } = made;
    if (values.json) return print(asJson({ id, name, scopes: made.scopes, token }));
    print(`${token}\n\nIt may do: ${made.scopes.join(', ')}. It is shown only now: keep it like a password.`);
    print('`./foyer token list` shows when it was last used, `./foyer token revoke ID` ends it.');
  },
};

function nameIn(text: string | undefined): string {
  if (text === undefined) throw new WrongUsage('--name NAME is missing');
  const name = text.trim();
  if (name === '' || [...name].length > 60 || /[\0\p{Cs}]/u.test(name))
    throw new WrongUsage('--name must have 1 to 60 characters');
  return name;
}
