import { randomBytes, randomUUID } from 'node:crypto';
import { readBrowserKey } from '@foyer/invitation-codes/key-cookie-value';
import type { Config } from '../config/read-config.ts';
import { cookieName, isSecure } from '../http/cookies.ts';
import type { Installation } from '../installation/installation.ts';
import { CannotProve, type Claim, claim } from './claims.ts';
import { type GoneCounts, goneBetween, inNoFile, inNoTable, type LeftInFiles, leftIn } from './findings.ts';
import { lookInFiles } from './look-in-files.ts';
import { lookInTables } from './look-in-tables.ts';
import { readsStolen, readsWithoutCookie, stealRows, wrappedKeyIn } from './open-as-thief.ts';
import { newPerson, type Person } from './person.ts';

export type LiveProof = {
  mark: string;
  claims: Claim[];
  gone: GoneCounts[];
  leftInFiles: LeftInFiles | null;
};

type Visit = { code: string; address: string; signal: AbortSignal };

export async function runVisit(config: Config, installation: Installation, visit: Visit): Promise<LiveProof> {
  const { database } = installation;
  const mark = `mark-${randomBytes(16).toString('hex')}`;
  const person = newPerson(visit.address, { origin: config.publicUrl, signal: visit.signal });
  const userId = await enter(person, visit);
  try {
    const chatId = randomUUID();
    const written = await write(person, chatId, mark);
    const stolen = await stealRows(installation, userId);
    const wrappedKey = wrappedKeyIn(stolen);
    const inTables = () => {
      visit.signal.throwIfAborted();
      return lookInTables(database, { mark, ids: [userId, chatId, wrappedKey] });
    };
    const inFiles = () => lookInFiles(database, config.databaseUrl, [mark, person.browser, wrappedKey]);

    const [tablesBefore, filesBefore] = [await inTables(), await inFiles()];
    const cookie = readBrowserKey(person.cookies.get(cookieName('key', isSecure(config))));
    const canReadWith = readsStolen(installation, stolen, { text: mark, browserKey: cookie });
    const loggedOut = await logOut(person);
    const [tablesAfter, filesAfter] = [await inTables(), await inFiles()];
    return {
      mark,
      claims: [
        written,
        inNoTable('tablesBefore', tablesBefore),
        inNoFile('filesBefore', filesBefore, { control: filesBefore }),
        claim('withoutCookie', !readsWithoutCookie(installation, stolen, mark)),
        claim('withCookie', canReadWith),
        loggedOut,
        inNoTable('tablesAfter', tablesAfter),
        inNoFile('filesAfter', filesAfter, { control: filesBefore }),
      ],
      gone: goneBetween(tablesBefore, tablesAfter),
      leftInFiles: leftIn(filesAfter),
    };
  } finally {
    await person.logOut().catch(() => {});
  }
}

async function enter(person: Person, { code, address }: Visit): Promise<string> {
  const attemptId = randomBytes(16).toString('hex');
  const { status, body } = await person.ask('POST', '/api/auth/sign-in/invitation-code', { code, attemptId });
  const { id } = (body.user ?? {}) as { id?: unknown };
  if (status === 200 && typeof id === 'string') return id;
  if (body.code === 'INVITATION_CODE_INVALID')
    throw new CannotProve(
      `The server at ${address} does not know the code that was just made: it works on another database, or with another secret.`,
    );
  throw new CannotProve(`The server at ${address} lets nobody in: ${status} ${body.code ?? ''}.`);
}

async function write(person: Person, chatId: string, mark: string): Promise<Claim> {
  const path = `/api/chats/${chatId}`;
  const text = `${mark} is the mark of a proof of erasure. Please answer with one word.`;
  const { status, refusal } = await person.write(`${path}/messages`, { id: randomUUID(), text });
  if (status !== 200) throw new CannotProve(`The server does not take a message: ${status} ${refusal}.`);
  const seen = await person.ask('GET', path);
  return claim('written', JSON.stringify(seen.body).includes(mark));
}

async function logOut(person: Person): Promise<Claim> {
  const { cookies } = person;
  const former = new Map(cookies);
  const { status } = await person.logOut();
  const isForgotten = cookies.size === 0;
  for (const [name, value] of former) cookies.set(name, value);
  const after = await person.ask('GET', '/api/chats');
  return claim('loggedOut', status === 200 && isForgotten && after.status === 401);
}
