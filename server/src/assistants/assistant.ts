export type AssistantFile = {
  name: string;
  greeting: string | null;
  beginnings: string[];
  /** Lines that are always on screen, as of a helpline. */
  help: string[];
  /** The name of a model; null: the first one. */
  model: string | null;
  temperature: number | null;
  /** A BCP 47 tag: the language of these texts. */
  language: string | null;
  /** Relative to the folder of assistants, like `knowledge`. */
  picture: string | null;
  knowledge: string | null;
  /** The system prompt, without the knowledge. */
  prompt: string;
};

export type Assistant = Omit<AssistantFile, 'picture'> & {
  id: string;
  /** The path of the picture; it is inside the folder of assistants. */
  picture: string | null;
  /** The system prompt, with the knowledge. */
  systemPrompt: string;
  /** Differences between the file and what is in force, as whole sentences for the operator. */
  warnings: string[];
};

/** What is wrong with a file. `line` is counted from 1; null where no line is wrong. */
export class AssistantProblem extends Error {
  override name = 'AssistantProblem';
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}
