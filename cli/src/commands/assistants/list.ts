import { parseArgs } from 'node:util';
import type { Surveyed } from '@foyer/server/survey-assistants';
import type { Command } from '../../command.ts';
import { asJson } from '../../terminal/format.ts';
import { alignTable, printable } from '../../terminal/table.ts';

export const assistantsList: Command = {
  manual: {
    name: 'assistants list',
    synopsis: '[--json]',
    summary: 'list the assistants that codes can name',
    about: `Prints the assistants of the folder ASSISTANTS_DIR: the id, which is the name of the file without .md, and what the
file says. A file with a mistake is listed too; \`./foyer assistants check\` says what is wrong.`,
    options: [['--json', 'print an array of objects']],
    failure: 'something failed',
    example: './foyer assistants list',
  },

  async run(args, { config, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { surveyAssistants } = await import('@foyer/server/survey-assistants');
    const settings = config();
    const all = (await surveyAssistants(settings)) ?? [];
    const named = all.filter(({ id }) => id !== null);
    if (values.json) return print(asJson(named.map(asObject)));
    if (named.length === 0) return print(`There are no assistants in ${settings.assistants.dir}.`);
    print(alignTable([['id', 'name', 'model', 'language'], ...named.map(rowOf)]));
  },
};

function asObject({ id, assistant, warnings, problem, line }: Surveyed) {
  const { name, greeting, beginnings, help, model, temperature, language, knowledge } = assistant ?? {};
  const said = { name, greeting, beginnings, help, model, temperature, language, knowledge };
  return { id, ...(assistant && said), warnings, problem, line };
}

function rowOf({ id, assistant }: Surveyed): string[] {
  if (!assistant) return [printable(id ?? ''), '(its file has a mistake)', '', ''];
  const { name, model, language } = assistant;
  return [id ?? '', name, model ?? '', language ?? ''].map(printable);
}
