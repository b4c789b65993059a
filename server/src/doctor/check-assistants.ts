import { problemInWords, surveyAssistants } from '../assistants/survey-assistants.ts';
import type { Config } from '../config/read-config.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning, failed } = about('assistants');

export async function checkAssistants(config: Config): Promise<Finding[]> {
  const { dir, isSet } = config.assistants;
  const files = await surveyAssistants(config);
  if (!files)
    return isSet ? [failed(`There is no folder ${dir}.`, 'Create it, or correct ASSISTANTS_DIR.')] : [];
  const wrong = files
    .filter(({ problem }) => problem !== null)
    .map((file) => failed(`${problemInWords(file)}.`, 'Correct the file. See docs/assistants.md.'));
  const warned = files.flatMap(({ file, warnings }) =>
    warnings.map((each) => warning(`${file}: ${each}`, 'See docs/assistants.md.')),
  );
  const good = files.filter(({ assistant }) => assistant).map(({ id }) => id);
  if (good.length === 0) return [...wrong, ...warned];
  const named = good.slice(0, 10).join(', ') + (good.length > 10 ? ', …' : '');
  return [ok(`Codes can name ${good.length}: ${named}.`), ...wrong, ...warned];
}
