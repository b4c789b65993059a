import { makeApp } from '../app.ts';
import { assemble } from '../assemble.ts';
import type { Config } from '../config/read-config.ts';
import { listen } from '../http/listen.ts';
import type { Installation } from '../installation/installation.ts';
import { isServedAt, localAddress } from '../installation/running-server.ts';
import { logToStderr } from '../telemetry/log.ts';

export type Serving = AsyncDisposable & { address: string; isOwn: boolean };

/** Finds the running server of this installation, or starts one for a short time. */
export async function findServing(config: Config, installation: Installation): Promise<Serving> {
  const places = [localAddress(config), ...(config.isPublic ? [config.publicUrl] : [])];
  for (const address of places)
    if (await isServedAt(address)) return { address, isOwn: false, [Symbol.asyncDispose]: async () => {} };
  const log = logToStderr('error');
  const parts = assemble(config, installation, { pagesFolder: null, log });
  const listening = await listen({ host: '127.0.0.1', port: 0 }, makeApp(parts).fetch);
  return {
    address: `http://127.0.0.1:${listening.port}`,
    isOwn: true,
    [Symbol.asyncDispose]: async () => {
      listening.stop();
      await parts.replies.close(0);
      await listening.stopped();
      await parts.mail?.close();
    },
  };
}
