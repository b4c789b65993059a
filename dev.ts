import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';

// `npm run dev`: the pages with hot reload at PORT, and behind them, at API_PORT, a server that restarts when its code changes.
const root = import.meta.dirname;
const port = Number(process.env.PORT ?? 3000);
const serverPort = Number(process.env.API_PORT ?? port + 1);
const watched = ['server', 'invitation-codes', 'policy', 'api', 'database', 'cli'];

const pages = await createServer({
  configFile: join(root, 'web/vite.config.ts'),
  server: {
    port,
    strictPort: true,
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${serverPort}` },
  },
});
await pages.listen();
process.stdout.write(`The pages are at http://127.0.0.1:${port}\n`);

const server = spawn(
  process.execPath,
  [
    ...watched.map((workspace) => `--watch-path=${join(root, workspace, 'src')}`),
    '--watch-preserve-output',
    join(root, 'cli/src/main.ts'),
    'serve',
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(serverPort),
      // The pages are what people open: their requests come from there.
      PUBLIC_URL: process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
      DRAIN_TIME: '0s',
    },
  },
);

const end = async () => {
  server.kill('SIGTERM');
  await pages.close();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
server.once('exit', () => pages.close());
