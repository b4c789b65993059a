import type { Database } from '@foyer/database';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Config } from '@foyer/server/config';
import type { Manual } from './terminal/manual.ts';
import type { Write } from './terminal/output.ts';

export type Command = {
  manual: Manual;
  /** @param args follow the command's name */
  run: (args: string[], context: Context) => Promise<void>;
};

export type Context = {
  /** What the environment sets. */
  config: () => Config;
  /** The same, with what operators changed in the console, as far as the database can be read. */
  settings: () => Promise<Config>;
  /** Opens the installation for one piece of work, and closes it afterwards. */
  open: <Result>(work: (installation: Installation) => Promise<Result>) => Promise<Result>;
  /** Prints a text and a line break. */
  print: (text: string) => void;
  /** Prints a text no faster than it is read: for long output. */
  write: Write;
  /** The project's root folder. */
  root: string;
  /** Epoch milliseconds. */
  now: number;
};

export type Installation = {
  db: Database['db'];
  database: Database;
  keys: CodeKeys;
  secret: string;
  publicUrl: string;
};
