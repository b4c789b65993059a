import type { Database } from '@foyer/database';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Config } from '@foyer/server/config';
import type { Write } from './terminal/output.ts';

/** What a command is run with. */
export type Context = {
  config: () => Config;
  /** Opens the installation for one piece of work, and closes it after. */
  open: <Result>(work: (installation: Installation) => Promise<Result>) => Promise<Result>;
  /** Prints a text and a line break. */
  print: (text: string) => void;
  /** Prints a text as it is, no faster than it is read: for what may be long. */
  write: Write;
  /** The project's root. */
  root: string;
  /** Epoch milliseconds. */
  now: number;
};

/** What a command works on. */
export type Installation = { db: Database['db']; database: Database; keys: CodeKeys; publicUrl: string };

/** One command: its manual and what it does. */
export type Command = {
  manual: Manual;
  /** @param args what follows the command's name */
  run: (args: string[], surroundings: Context) => Promise<void>;
};

export type Manual = {
  /** The words by which it is called, as `codes import`. */
  name: string;
  /** What follows the name. */
  synopsis: string;
  /** One line for the list of commands. */
  summary: string;
  /** What it does, in sentences. */
  about: string;
  /** Each option with its meaning and default. */
  options: [string, string][];
  /** What exit code 1 means here. */
  failure: string;
  example: string;
};

/** The command could not do it, or refused its input: exit code 1. The message is one sentence. */
export class Failure extends Error {}

/** The command was called in a way that it does not know: exit code 2. */
export class WrongUsage extends Error {}
