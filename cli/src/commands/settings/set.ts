import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { WrongUsage } from '../../terminal/failure.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { changeStored } from './change-stored.ts';

export const settingsSet: Command = {
  manual: {
    name: 'settings set',
    synopsis: 'NAME VALUE',
    summary: 'change a setting while the servers run',
    about: `NAME and VALUE are as in the environment (docs/settings.md). It is kept in the database, and in force on every server
within two seconds. What the environment sets cannot be changed here. docs/operators.md lists the settings that can.`,
    options: [],
    failure: 'the setting cannot be changed here, or the value is not valid, or something failed',
    example: './foyer settings set REGISTRATION disabled',
  },

  async run(args, context) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [name, value, ...more] = positionals;
    if (name === undefined || value === undefined || value.trim() === '' || more.length > 0)
      throw new WrongUsage('give one NAME and one VALUE');
    await changeStored(context, { [name]: value.trim() });
    context.print(`${name} is changed.`);
  },
};

export const settingsUnset: Command = {
  manual: {
    name: 'settings unset',
    synopsis: 'NAME',
    summary: 'take a changed setting back: its default is in force again',
    about: 'Does nothing when no value is stored.',
    options: [],
    failure: 'the setting cannot be changed here, or something failed',
    example: './foyer settings unset REGISTRATION',
  },

  async run(args, context) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const name = onlyArgument('NAME', positionals);
    await changeStored(context, { [name]: null });
    context.print(`${name} is not stored any more.`);
  },
};
