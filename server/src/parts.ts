import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import type { MiddlewareHandler } from 'hono';
import type { Auth } from './auth.ts';
import type { Replies } from './chats/replies.ts';
import type { Config } from './config.ts';
import type { KeyRings } from './data-keys.ts';
import type { Log } from './log.ts';
import type { Post } from './mail/post.ts';
import type { Metrics } from './metrics.ts';
import type { Model } from './models/open-model.ts';
import type { Tracing } from './observe.ts';
import type { Passwords } from './passwords.ts';
import type { RateLimits } from './rate-limits/rate-limits.ts';
import type { Sessions } from './session.ts';

/** What the service is made of, built once at the start. */
export type Parts = {
  config: Config;
  database: Database;
  auth: Auth;
  passwords: Passwords;
  sessions: Sessions;
  rings: KeyRings;
  rateLimits: RateLimits;
  invitations: InvitationCodesOptions;
  /** Takes cookies that were signed before the secret was rotated; null where there are none. */
  formerSessions: MiddlewareHandler | null;
  /** The letters that are sent; null where no mail is. */
  post: Post | null;
  model: Model;
  replies: Replies;
  log: Log;
  metrics: Metrics;
  tracing: Tracing;
  /** Whether the server is about to end: it takes no new work. */
  isClosing: () => boolean;
  /** The clock, epoch milliseconds. */
  now: () => number;
  /** The built web part, or null for the API alone. */
  pagesFolder: string | null;
};
