import type { KeyObject } from 'node:crypto';
import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { MiddlewareHandler } from 'hono';
import type { Assistants } from './assistants/open-assistants.ts';
import type { Auth } from './auth/better-auth.ts';
import type { KeyRings } from './auth/key-rings.ts';
import type { Sessions } from './auth/session.ts';
import type { Rooms } from './code-limits/rooms.ts';
import type { UseOfDay } from './code-limits/use-of-day.ts';
import type { Config } from './config/read-config.ts';
import type { Imports } from './import-jobs/import-jobs.ts';
import type { LiveSettings } from './live-settings/open-live-settings.ts';
import type { MailService } from './mail/mail-service.ts';
import type { Models } from './models/open-model.ts';
import type { RateLimits } from './rate-limits/rate-limits.ts';
import type { Replies } from './replies/replies.ts';
import type { Log } from './telemetry/log.ts';
import type { Metrics, Tracing } from './telemetry/measured.ts';
import type { Passwords } from './users/password-hashing.ts';
import type { Warnings } from './warnings/open-warnings.ts';

export type Parts = {
  config: Config;
  database: Database;
  auth: Auth;
  passwords: Passwords;
  sessions: Sessions;
  keyRings: KeyRings;
  rooms: Rooms;
  rateLimits: RateLimits;
  invitations: InvitationCodesOptions;
  codeKeys: CodeKeys;
  /** Signs the links to room screens. */
  roomKey: KeyObject;
  /** Of the links that make operators. */
  operatorKeys: { link: KeyObject; email: KeyObject };
  formerSessions: MiddlewareHandler | null;
  liveSettings: LiveSettings;
  warnings: Warnings;
  mail: MailService | null;
  models: Models;
  assistants: Assistants;
  replies: Replies;
  imports: Imports;
  useOfDay: UseOfDay;
  log: Log;
  metrics: Metrics;
  tracing: Tracing;
  /** True when the server is closing and takes no new work. */
  isClosing: () => boolean;
  /** Epoch milliseconds. */
  now: () => number;
  /** The built pages; null: only the API. */
  pagesFolder: string | null;
};
