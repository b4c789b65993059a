import { parseArgs } from 'node:util';
import type { Command } from '../../../command.ts';
import { changeStored } from '../../settings/change-stored.ts';

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
    await changeStored(context, { CODES_STOPPED: 'yes' });
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
    await changeStored(context, { CODES_STOPPED: null });
    context.print('Codes work again.');
  },
};
