import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { counted, printable } from '../../terminal/table.ts';

export const assistantsCheck: Command = {
  manual: {
    name: 'assistants check',
    synopsis: '[--json]',
    summary: 'check the files of the assistants',
    about: `Reads every file in the folder ASSISTANTS_DIR as the server does, and names each mistake with its line. A server
that runs keeps the last good version of a file with a mistake; a server that starts answers as the default assistant
instead. Also says which model does not exist, and what of the knowledge is left out.`,
    options: [['--json', 'print an array of { "file", "problem", "line", "warnings" }']],
    failure: 'a file has a mistake',
    example: './foyer assistants check',
  },

  async run(args, { config, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { surveyAssistants, problemInWords } = await import('@foyer/server/survey-assistants');
    const settings = config();
    const { dir, isSet } = settings.assistants;
    const all = await surveyAssistants(settings);
    if (!all && isSet) throw new Failure(`there is no folder ${dir}`);
    const files = all ?? [];
    if (values.json)
      print(asJson(files.map(({ file, problem, line, warnings }) => ({ file, problem, line, warnings }))));
    else if (files.length === 0) print(`There are no assistants in ${dir}.`);
    else
      for (const found of files) {
        print(printable(found.problem === null ? `${found.file}: ok` : problemInWords(found)));
        for (const warning of found.warnings) print(`  ${printable(warning)}`);
      }
    const wrong = files.filter(({ problem }) => problem !== null).length;
    if (wrong > 0) throw new Failure(`${counted(wrong, 'file has a mistake', 'files have a mistake')}`);
  },
};
