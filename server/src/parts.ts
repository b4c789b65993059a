import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import type { MiddlewareHandler } from 'hono';
import type { Auth } from './auth/better-auth.ts';
import type { KeyRings } from './auth/key-rings.ts';
import type { Sessions } from './auth/session.ts';
import type { Config } from './config/read-config.ts';
import type { MailService } from './mail/mail-service.ts';
import type { Model } from './models/open-model.ts';
import type { RateLimits } from './rate-limits/rate-limits.ts';
import type { Replies } from './replies/replies.ts';
import type { Log } from './telemetry/log.ts';
import type { Metrics, Tracing } from './telemetry/measured.ts';
import type { Passwords } from './users/password-hashing.ts';

/** What the service is made of, built once at the start. */
export type Parts = {
  config: Config;
  database: Database;
  auth: Auth;
  passwords: Passwords;
  sessions: Sessions;
  keyRings: KeyRings;
  rateLimits: RateLimits;
  invitations: InvitationCodesOptions;
  /** Takes cookies that were signed before the secret was rotated; null where there are none. */
  formerSessions: MiddlewareHandler | null;
  /** The letters that are sent; null where no mail is. */
  mail: MailService | null;
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
