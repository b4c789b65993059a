import type { Config } from '../config/read-config.ts';
import { idsIn } from './files.ts';

/** The ids of the assistants that have a file, also of those whose file has a mistake. */
export async function assistantIds({ assistants }: Pick<Config, 'assistants'>): Promise<Set<string>> {
  return new Set((await idsIn(assistants.dir))?.ids);
}
