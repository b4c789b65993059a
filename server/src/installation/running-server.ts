import type { Config } from '../config/read-config.ts';

/** How long a server may take to answer, in milliseconds. */
const timeoutMs = 2000;

/** Where HOST and PORT are reached on this machine. */
export function localAddress({ host, port }: Pick<Config, 'host' | 'port'>): string {
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${here.includes(':') ? `[${here}]` : here}:${port}`;
}

/** Whether a server of Foyer answers at an address. */
export async function isServedAt(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(`${address}/healthz`, { redirect: 'error', signal });
    return answer.ok && (await answer.text()) === 'ok';
  } catch {
    return false;
  }
}
