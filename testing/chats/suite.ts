import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Database } from '@foyer/database';
import { openModel } from '../../server/src/models/open-model.ts';
import { onEveryDatabase } from '../database/database.ts';
import { startUpstream, type Upstream, type UpstreamMode, upstreamKey } from '../server/upstream.ts';
import { type ChatApp, type ChatOptions, startChatApp } from './chat.ts';

/** What a suite of the chat works with. */
export type ChatSuite = {
  /** Starts a server with a model of this manner; several share the database, as several processes would. */
  start: (mode: UpstreamMode, options?: Partial<ChatOptions>) => Promise<ChatApp>;
  db: () => Database['db'];
  database: () => Database;
  upstream: () => Upstream;
};

/** Runs a suite of the chat on every database; whatever it does, nothing may end as a bug or go unhandled. */
export function onEveryChat(suite: (on: ChatSuite) => void) {
  onEveryDatabase(({ open }) => {
    let database: Database;
    let upstream: Upstream;
    const apps: ChatApp[] = [];
    const unhandled: unknown[] = [];
    const notice = (error: unknown) => unhandled.push(error);

    before(async () => {
      database = await open();
      upstream = await startUpstream();
      process.on('unhandledRejection', notice);
    });

    after(async () => {
      for (const app of apps) await app.close();
      await upstream.close();
      process.off('unhandledRejection', notice);
      const bugs = apps.flatMap((app) => app.bugs);
      assert.deepEqual({ unhandled, bugs }, { unhandled: [], bugs: [] });
    });

    const start = async (mode: UpstreamMode, options: Partial<ChatOptions> = {}) => {
      const model = openModel({
        url: upstream.url,
        name: mode,
        apiKey: upstreamKey,
        systemPrompt: 'Be kind.',
      });
      const app = await startChatApp(database, { model, ...options });
      apps.push(app);
      return app;
    };

    suite({ start, db: () => database.db, database: () => database, upstream: () => upstream });
  });
}
