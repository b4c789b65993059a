import type { Config } from '../config/read-config.ts';
import type { Models } from '../models/open-model.ts';
import type { Log } from '../telemetry/log.ts';
import { type Assistant, AssistantProblem } from './assistant.ts';
import { fileOf, idsIn, isAssistantId, stampOf } from './files.ts';
import { stampOfKnowledge } from './knowledge.ts';
import { type Picture, readPicture } from './picture.ts';
import { readAssistant } from './read-assistant.ts';
import { warningsOf } from './warnings.ts';

export type Assistants = ReturnType<typeof openAssistants>;

type Entry = {
  /** Null until a version of the file can be read. */
  assistant: Assistant | null;
  /** Null for a file with a mistake: it is read again each time. */
  stamp: { file: string; knowledge: string } | null;
  problem: string | null;
};

/** A changed file is in force at the next use. A file with a mistake leaves the last good version in force. */
export function openAssistants(
  { assistants: options }: Pick<Config, 'assistants'>,
  deps: { models: Models; log: Log },
) {
  const { models, log } = deps;
  const { dir } = options;
  const entries = new Map<string, Entry>();

  /** Null where there is no file, and for null: the default assistant has none. */
  async function inForce(id: string | null): Promise<Assistant | null> {
    if (id === null || !isAssistantId(id)) return null;
    const fileStamp = await stampOf(fileOf(dir, id));
    if (fileStamp === null) {
      entries.delete(id);
      return null;
    }
    const known = entries.get(id);
    if (known?.assistant && known.stamp?.file === fileStamp) {
      const { assistant, stamp } = known;
      if (stamp.knowledge === (await stampOfKnowledge(dir, assistant.knowledge))) return assistant;
    }
    return await readAgain(id, fileStamp);
  }

  async function readAgain(id: string, fileStamp: string): Promise<Assistant | null> {
    try {
      const { assistant, stamp } = await readAssistant(id, options);
      entries.set(id, { assistant, stamp: { file: fileStamp, knowledge: stamp }, problem: null });
      for (const warning of warningsOf(assistant, models))
        log('an assistant is not as its file says', { assistant: id, warning }, 'warn');
      return assistant;
    } catch (error) {
      if (!(error instanceof AssistantProblem)) throw error;
      const { line, message: problem } = error;
      const known = entries.get(id);
      if (known?.problem !== problem)
        log(
          'the file of an assistant has a mistake',
          { assistant: id, line, problem, lastGoodStays: Boolean(known?.assistant) },
          'warn',
        );
      const assistant = known?.assistant ?? null;
      entries.set(id, { assistant, stamp: null, problem });
      return assistant;
    }
  }

  return {
    inForce,
    readAll: async (): Promise<void> => {
      const found = await idsIn(dir);
      if (!found && options.isSet) log('the folder of assistants does not exist', { dir }, 'warn');
      for (const name of found?.wrongNames ?? []) log('this name is none of an assistant', { name }, 'warn');
      for (const id of found?.ids ?? []) await inForce(id);
    },
    pictureOf: async (id: string): Promise<Picture | null> => {
      const assistant = await inForce(id);
      if (!assistant?.picture) return null;
      return (await readPicture(dir, assistant.picture)).picture;
    },
  };
}
