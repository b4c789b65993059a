import type { Database } from '@foyer/database';
import {
  browserKeyOfAttempt,
  browserKeyOfDataKeys,
  type DataKeys,
  newDataKey,
  type Opener,
  unwrap,
  type WrappedBy,
  wrap,
  wrappedBy,
} from '@foyer/invitation-codes/data-keys';
import { readBrowserKey } from '@foyer/invitation-codes/key-cookie-value';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../http/errors.ts';
import type { Person, WithKeys } from '../users/person.ts';
import type { KeyCookie } from './key-cookie.ts';

type Deps = { db: Database['db']; keys: Pick<CodeKeys, 'data'>; cookie: KeyCookie };

export type KeyRings = ReturnType<typeof openKeyRings>;

export function openKeyRings({ db, keys, cookie }: Deps) {
  const openerIn = (c: Context, { id }: Person): Opener => ({
    userId: id,
    secretKey: keys.data,
    browserKey: readBrowserKey(getCookie(c, cookie.name)),
  });

  async function keysOf(c: Context, person: Person): Promise<DataKeys | null> {
    const opener = openerIn(c, person);
    const kept = person.dataKeys;
    const opened = kept === null ? ([newDataKey()] as DataKeys) : unwrap(kept, opener);
    if (!opened || (kept !== null && wrappedBy(kept) === wrapperFor(person))) return opened;
    if (kept === null && !(await save(person, wrap(opened, 'secret', opener)))) {
      // A race: another request has created the first key meanwhile.
      const now = await db
        .selectFrom('user')
        .select('dataKeys')
        .where('id', '=', person.id)
        .executeTakeFirst();
      return now?.dataKeys ? keysOf(c, { ...person, dataKeys: now.dataKeys }) : null;
    }
    if (person.isGuest) await giveBrowserKey(c, person, { keys: opened, opener });
    return opened;
  }

  // A response can be lost, so an older version's guest gets a key first, and their data keys are wrapped with it only
  // after the browser has sent it back.
  async function giveBrowserKey(
    c: Context,
    guest: Person,
    { keys, opener }: { keys: DataKeys; opener: Opener },
  ) {
    const browserKey = browserKeyOfDataKeys(keys, guest.id);
    if (!opener.browserKey?.equals(browserKey)) return cookie.set(c, browserKey, guest.endsAt);
    await save(guest, wrap(keys, 'browser', opener));
  }

  async function save({ id, isGuest, dataKeys }: Person, kept: string, where = db): Promise<boolean> {
    const done = await where
      .updateTable('user')
      .set({ dataKeys: kept })
      .where('id', '=', id)
      .where('isGuest', '=', isGuest)
      .where('dataKeys', 'is not distinct from', dataKeys)
      .returning('id')
      .executeTakeFirst();
    return done !== undefined;
  }

  const requireKeys = createMiddleware<WithKeys>(async (c, next) => {
    const opened = await keysOf(c, c.get('person'));
    if (!opened) return refuse(c, 409, 'KEY_GONE');
    c.set('keys', opened);
    await next();
  });

  return {
    requireKeys,
    canOpen: async (c: Context, person: Person): Promise<boolean> =>
      person.dataKeys === null || unwrap(person.dataKeys, openerIn(c, person)) !== null,
    /** Replaces a lost key. Returns false when another request did it first. */
    replace: async (c: Context, guest: Person, where: Database['db']): Promise<boolean> => {
      const browserKey = browserKeyOfAttempt(null);
      const kept = wrap([newDataKey()], 'browser', { ...openerIn(c, guest), browserKey });
      const isReplaced = await save(guest, kept, where);
      if (isReplaced) cookie.set(c, browserKey, guest.endsAt);
      return isReplaced;
    },
  };
}

function wrapperFor({ isGuest }: Pick<Person, 'isGuest'>): WrappedBy {
  return isGuest ? 'browser' : 'secret';
}
