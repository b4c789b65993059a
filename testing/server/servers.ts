import { after } from 'node:test';
import { openDatabase } from '@foyer/database';
import { createCodes, type NewCode } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { freePort, startDatabaseProxy } from '../database/database.ts';
import { anyCode, newAddress, visitor } from './app.ts';
import { startProcess } from './process.ts';

/** Shared by these servers and by commands next to them. */
export const secret = 'a secret that all of the servers share';

/**
 * Three servers that start at once on an empty database, and a load balancer that sends connections to them in turn.
 */
export async function startThree(url: string, env: Record<string, string> = {}) {
  const ports = [await freePort(), await freePort(), await freePort()];
  const startAt = (port: number) =>
    startProcess({
      DATABASE_URL: url,
      SECRET: secret,
      PORT: String(port),
      PUBLIC_URL: 'http://foyer.test',
      TRUST_PROXY: '127.0.0.1',
      ...env,
    });
  const servers = await Promise.all(ports.map(startAt));
  let turn = 0;
  const balancer = await startDatabaseProxy(() => ports[turn++ % ports.length] ?? 0);
  const database = openDatabase(url);
  after(async () => {
    await balancer.close();
    for (const server of servers) await server.kill();
    await database.close();
  });
  const at = (port: number) => visitor(`http://127.0.0.1:${port}`, newAddress(), 'http://foyer.test');
  return {
    url,
    db: database.db,
    servers,
    someone: () => at(balancer.port),
    /** The same browser at another server. */
    by: (person: ReturnType<typeof visitor>, index: number) => {
      const same = at(ports[index] ?? 0);
      for (const [name, value] of person.cookies) same.cookies.set(name, value);
      return same;
    },
    restart: async (index: number, end: 'stop' | 'kill') => {
      await servers[index]?.[end]();
      servers[index] = await startAt(ports[index] ?? 0);
    },
    makeCode: async (allowed: number, kind: NewCode['kind'] = 'login', terms: Partial<NewCode> = {}) => {
      const code = { ...anyCode(), kind, allowed, remaining: allowed, ...terms };
      await createCodes(database.db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
      return code;
    },
  };
}
