import type { Database } from '@foyer/database';
import {
  browserKeyOf,
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

export type KeyRings = ReturnType<typeof keyRings>;

/** Opens the data keys of people. */
export function keyRings({ db, keys, cookie }: Parts) {
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
    const isAsItShouldBe = kept !== null && wrappedBy(kept) === wrapperFor(person);
    if (!opened || isAsItShouldBe) return opened;
    // None yet, or those of a guest of an older version, whose browser gets what opens them now.
    if (await keep(c, person, { keys: opened, opener })) return opened;
    if (kept !== null) return opened;
    // Another request has made the first key meanwhile.
    const now = await db.selectFrom('user').select('dataKeys').where('id', '=', person.id).executeTakeFirst();
    return now?.dataKeys ? unwrap(now.dataKeys, opener) : null;
  }

  /** Keeps keys for a person, unless somebody has kept others since; gives the browser of a guest what opens them. */
  async function keep(
    c: Context,
    person: Person,
    { keys, opener, where = db }: { keys: DataKeys; opener: Opener; where?: Database['db'] },
  ): Promise<boolean> {
    const browserKey = person.isGuest ? browserKeyOf(null) : null;
    const dataKeys = wrap(keys, wrapperFor(person), { ...opener, browserKey });
    const kept = await where
      .updateTable('user')
      .set({ dataKeys })
      .where('id', '=', person.id)
      .where('isGuest', '=', person.isGuest)
      .where('dataKeys', 'is not distinct from', person.dataKeys)
      .returning('id')
      .executeTakeFirst();
    if (kept && browserKey) cookie.set(c, browserKey);
    return kept !== undefined;
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
    replace: (c: Context, guest: Person, where: Database['db']): Promise<boolean> =>
      keep(c, guest, { keys: [newDataKey()], opener: openerIn(c, guest), where }),
  };
}

function wrapperFor({ isGuest }: Pick<Person, 'isGuest'>): WrappedBy {
  return isGuest ? 'browser' : 'secret';
}
