import * as contract from '@foyer/api/search';
import type { Database } from '@foyer/database';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import type { OpenStreams } from '../rate-limits/open-streams.ts';
import type { WithKeys } from '../users/person.ts';
import { openSearches } from './open-searches.ts';
import { searchChats } from './search.ts';
import { streamMatches } from './stream-search.ts';

type Deps = {
  database: Pick<Database, 'db'>;
  streams: OpenStreams;
  slices: TimeSlices;
  report: (error: unknown) => void;
};

/** POST, because proxies log URLs and the words must not be in one. */
export function searchRoutes({ database: { db }, streams, slices, report }: Deps) {
  const searches = openSearches();
  const app = new Hono<WithKeys & { Bindings: HttpBindings }>();

  serveRoute(app, contract.searchChats, (c) => {
    const { person, keys } = c.var;
    const { outgoing } = c.env;
    const search = searches.begin(person.id, () => streams.claim(person.id));
    if (!search) return refuse(c, 429, 'TOO_MANY_STREAMS');
    const { signal, end } = search;
    if (outgoing.destroyed) end();
    else outgoing.once('close', end);
    const { text } = c.req.valid('json');
    return streamMatches(searchChats(db, { userId: person.id, keys, text, slices, signal }), { end, report });
  });

  return app;
}
