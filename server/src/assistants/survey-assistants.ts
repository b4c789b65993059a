import type { Config } from '../config/read-config.ts';
import { openModels } from '../models/open-model.ts';
import { type Assistant, AssistantProblem } from './assistant.ts';
import { idsIn } from './files.ts';
import { readAssistant } from './read-assistant.ts';
import { warningsOf } from './warnings.ts';

export type Surveyed =
  | { file: string; id: string; assistant: Assistant; warnings: string[]; problem: null; line: null }
  | {
      file: string;
      id: string | null;
      assistant: null;
      warnings: string[];
      problem: string;
      line: number | null;
    };

/** Reads all files of the folder, for the operator. Null where there is no folder. */
export async function surveyAssistants(
  config: Pick<Config, 'assistants' | 'model' | 'moreModels'>,
): Promise<Surveyed[] | null> {
  const { assistants: options } = config;
  const found = await idsIn(options.dir);
  if (!found) return null;
  const models = openModels(config);
  const read = async (id: string): Promise<Surveyed> => {
    const file = `${id}.md`;
    try {
      const { assistant } = await readAssistant(id, options);
      return { file, id, assistant, warnings: warningsOf(assistant, models), problem: null, line: null };
    } catch (error) {
      if (!(error instanceof AssistantProblem)) throw error;
      return { file, id, assistant: null, warnings: [], problem: error.message, line: error.line };
    }
  };
  const problem = 'the name of a file is letters, digits, - and _, at most 64, and .md';
  return [
    ...(await Promise.all(found.ids.map(read))),
    ...found.wrongNames.map((file) => ({
      file,
      id: null,
      assistant: null,
      warnings: [],
      problem,
      line: null,
    })),
  ];
}

/** As `housing.md, line 3: there is no field colour`. */
export function problemInWords({ file, line, problem }: Pick<Surveyed, 'file' | 'line' | 'problem'>): string {
  return `${file}${line === null ? '' : `, line ${line}`}: ${problem}`;
}
