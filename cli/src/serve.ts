import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

export const serve: Command = {
  manual: {
    name: 'serve',
    synopsis: '',
    summary: 'run the server',
    about: `Builds the pages when their sources have changed, migrates the database and listens until it is ended by
Ctrl-C or SIGTERM. The very first start makes two codes and prints their links.`,
    options: [],
    failure: 'a setting is wrong, or the server could not start',
    example: 'PORT=8080 ./foyer serve',
  },

  async run(args, { config }) {
    parseArgs({ args, options: {} });
    // The server's many parts are loaded only for the one command that needs them.
    const server = await import('@foyer/server/main');
    await server.serve(config());
  },
};
