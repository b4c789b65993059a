import { parseArgs } from 'node:util';
import { codeLink } from '@foyer/policy';
import type { CodesAtStart } from '@foyer/server/main';
import type { Command } from '../command.ts';
import { Failure } from '../terminal/failure.ts';

export const serve: Command = {
  manual: {
    name: 'serve',
    synopsis: '',
    summary: 'run the server',
    about: `Migrates the database and listens on HOST and PORT until Ctrl-C or SIGTERM. On SIGTERM /readyz first reports that it
is closing, and it serves for DRAIN_TIME more. Then it accepts no new work, and running answers have 30 seconds to
end. A second Ctrl-C or SIGTERM stops it immediately.
\`npm start\` builds the pages when their sources have changed, and then runs this command. The very first start
creates a login code and a registration code, and prints their links; where it listens on loopback also a link that
makes you an operator.`,
    options: [],
    failure: 'a setting is wrong, the pages are not built, or the server could not start',
    example: 'PORT=8080 ./foyer serve',
  },

  async run(args, { config, print, root }) {
    parseArgs({ args, options: {} });
    const settings = config();
    // Only this command loads the server.
    const { builtPages, serve } = await import('@foyer/server/main');
    const pagesFolder = builtPages(root);
    if (!pagesFolder)
      throw new Failure('the pages are not built yet: run `npm start`, or `npm run build` first');
    const { publicUrl } = settings;
    const stopped = firstSignal();
    const server = await serve(settings, {
      pagesFolder,
      onCodes: (codes) => print(describeCodes(codes, publicUrl)),
    });
    const { host, port } = settings;
    const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    print(`Foyer listens at ${here}${publicUrl === here ? '' : `, for ${publicUrl}`}`);
    const changed = server.secretChanged.then(() => 'secret changed' as const);
    const end = await Promise.race([stopped, changed]);
    // Ctrl-C comes from a person who waits, SIGTERM from a program that replaces the server.
    await server.close({ atOnce: end !== 'SIGTERM' });
    if (end !== 'secret changed') return;
    const { secretHasChanged } = await import('@foyer/server/watch-secret');
    throw new Failure(secretHasChanged);
  },
};

function describeCodes(codes: CodesAtStart, publicUrl: string): string {
  if (codes === 'first')
    return 'The codes of the first start still work: `./foyer codes list --label starter` shows them, `./foyer codes show CODE` the link.';
  if (codes === 'none')
    return [
      'There is no invitation code yet. Create the first ones, and hand out their links:',
      '  enter as a guest    ./foyer codes create --kind login --uses 100',
      '  create an account   ./foyer codes create --kind registration --uses 10',
    ].join('\n');
  return [
    'Created two codes for the first start, valid for 30 days:',
    `  enter as a guest    ${codeLink({ code: codes.login, kind: 'login' }, publicUrl)}`,
    `  create an account   ${codeLink({ code: codes.registration, kind: 'registration' }, publicUrl)}`,
    ...(codes.operator === null
      ? []
      : [
          'And a link for yourself. It works once, for 24 hours; later `./foyer operator add EMAIL` makes others:',
          `  run Foyer           ${codes.operator}`,
        ]),
  ].join('\n');
}

/** Resolves on the first signal. The second one ends the process. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isFirst = true;
    const hear = (signal: NodeJS.Signals) => {
      // In a container this is process 1: without a handler a second signal would do nothing.
      if (!isFirst) process.exit(1);
      isFirst = false;
      resolve(signal);
    };
    process.on('SIGINT', hear);
    process.on('SIGTERM', hear);
  });
}
