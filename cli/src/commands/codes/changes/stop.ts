import { parseArgs } from 'node:util';
import type { Command, Context } from '../../../command.ts';
import { Failure } from '../../../terminal/failure.ts';

const maxTries = 5;

export const codesStop: Command = {
  manual: {
    name: 'codes stop',
    synopsis: '',
    summary: 'stop all codes at once: nobody comes in by one',
    about: `For an emergency. No code opens anything any more, neither on the pages nor in links, nor the default codes. Nothing is
revoked and no use is lost: \`./foyer codes resume\` makes all as it was. People who are in stay. It writes the setting
CODES_STOPPED, which is in force on every server within two seconds.`,
    options: [],
    failure: 'the environment sets CODES_STOPPED, or something failed',
    example: './foyer codes stop',
  },

  async run(args, context) {
    parseArgs({ args, options: {} });
    await setStopped(context, 'yes');
    context.print('All codes are stopped. `./foyer codes resume` ends that.');
  },
};

export const codesResume: Command = {
  manual: {
    name: 'codes resume',
    synopsis: '',
    summary: 'let codes work again after `codes stop`',
    about: 'Every code works again as its own terms say.',
    options: [],
    failure: 'the environment sets CODES_STOPPED, or something failed',
    example: './foyer codes resume',
  },

  async run(args, context) {
    parseArgs({ args, options: {} });
    await setStopped(context, null);
    context.print('Codes work again.');
  },
};

async function setStopped({ config, open, now }: Context, value: 'yes' | null) {
  const { changeSettings } = await import('@foyer/server/settings');
  const { versionOf } = await import('@foyer/server/stored-settings');
  const { command } = await import('@foyer/server/audit');
  const settings = config();
  await open(async ({ db, keys }) => {
    for (let tries = 1; ; tries++) {
      const wanted = { version: await versionOf(db), changes: { CODES_STOPPED: value } };
      const how = { actor: command, now };
      const changed = await changeSettings({ db, keys, config: settings }, wanted, how);
      if ('version' in changed) return;
      // Somebody changed another setting in this moment.
      const isRace = changed.refusal === 'CHANGED_MEANWHILE' && tries < maxTries;
      if (!isRace) throw new Failure('CODES_STOPPED is set by the environment: change it there');
    }
  });
}
