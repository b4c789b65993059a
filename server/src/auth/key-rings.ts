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
import { readBrowserKey } from '@foyer/invitation-codes/guest-keys';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../http/errors.ts';
import type { Person, WithKeys } from '../users/person.ts';
import type { KeyCookie } from './key-cookie.ts';

type Parts = { db: Database['db']; keys: Pick<CodeKeys, 'data'>; cookie: KeyCookie };

export type KeyRings = ReturnType<typeof openKeyRings>;

/** Opens the data keys of people. */
export function openKeyRings({ db, keys, cookie }: Parts) {
  const openerIn = (c: Context, { id }: Person): Opener => ({
    userId: id,
    secretKey: keys.data,
    browserKey: readBrowserKey(getCookie(c, cookie.name)),
  });

  /** The data keys of a person; null for a guest whose browser does not hold what opens them. */
  async function keysOf(c: Context, person: Person): Promise<DataKeys | null> {
    const opener = openerIn(c, person);
    const kept = person.dataKeys;
    const opened = kept === null ? ([newDataKey()] as DataKeys) : unwrap(kept, opener);
    if (!opened || (kept !== null && wrappedBy(kept) === wrapperFor(person))) return opened;
    if (kept === null && !(await keep(person, wrap(opened, 'secret', opener)))) {
      // Another request has made the first key meanwhile.
      const now = await db
        .selectFrom('user')
        .select('dataKeys')
        .where('id', '=', person.id)
        .executeTakeFirst();
      return now?.dataKeys ? keysOf(c, { ...person, dataKeys: now.dataKeys }) : null;
    }
    if (person.isGuest) await handToBrowser(c, person, { keys: opened, opener });
    return opened;
  }

  /**
   * Gives the browser of a guest of an older version what opens the keys from now on. They are wrapped with it when the browser
   * shows that it has it: an answer may be lost.
   */
  async function handToBrowser(
    c: Context,
    guest: Person,
    { keys, opener }: { keys: DataKeys; opener: Opener },
  ) {
    const browserKey = browserKeyOfDataKeys(keys, guest.id);
    if (!opener.browserKey?.equals(browserKey)) return cookie.set(c, browserKey);
    await keep(guest, wrap(keys, 'browser', opener));
  }

  /** Keeps keys for a person, unless somebody has kept others since. */
  async function keep({ id, isGuest, dataKeys }: Person, kept: string, where = db): Promise<boolean> {
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

  /** Lets only those pass whose chats can be opened. */
  const requireKeys = createMiddleware<WithKeys>(async (c, next) => {
    const opened = await keysOf(c, c.get('person'));
    if (!opened) return refuse(c, 409, 'KEY_GONE');
    c.set('keys', opened);
    await next();
  });

  return {
    requireKeys,
    /** Whether the person's chats can be opened in this request. */
    areThere: async (c: Context, person: Person): Promise<boolean> =>
      person.dataKeys === null || unwrap(person.dataKeys, openerIn(c, person)) !== null,
    /** Gives a guest a new key in place of one that is gone. Returns false when that was done since they were looked at. */
    replace: async (c: Context, guest: Person, where: Database['db']): Promise<boolean> => {
      const browserKey = browserKeyOfAttempt(null);
      const kept = wrap([newDataKey()], 'browser', { ...openerIn(c, guest), browserKey });
      const isReplaced = await keep(guest, kept, where);
      if (isReplaced) cookie.set(c, browserKey);
      return isReplaced;
    },
  };
}

function wrapperFor({ isGuest }: Pick<Person, 'isGuest'>): WrappedBy {
  return isGuest ? 'browser' : 'secret';
}
