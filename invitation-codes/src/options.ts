import type { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { CodeKind } from './code.ts';
import type { Refusal } from './error-codes.ts';
import type { CodeKeys } from './seal.ts';
import type { HostTables } from './tables.ts';

/** What is known of a code: none at all, one that admits nobody now, or what it opens. */
export type CodeState = 'none' | 'unusable' | CodeKind;

/** Which code pays for a new account, if any does; or why there will be none. */
export type Registration = { refusal: Refusal } | { spends: 'given' | 'default' | 'nothing' };

/** What a host decides, and what it lends the plugin. */
export type InvitationCodesOptions = {
  /**
   * The host's database. Its queries must join the transaction that Better Auth has open: a use is spent and a user
   * made in one. Better Auth needs the same instance, with `transaction: true`.
   */
  db: Kysely<HostTables>;
  /** What codes are kept under: `deriveKeys(secret)`. */
  keys: CodeKeys;
  /** How long a guest may be idle, in milliseconds. */
  guestTtlMs: number;
  /** The digest of the default login code, or null when there is none. The code need not exist. */
  defaultLoginDigest: () => Promise<string | null>;
  /** Whether a code is the default login code. */
  isDefaultLogin: (digest: string) => Promise<boolean>;
  /** The digest of the default registration code, or null when there is none. */
  defaultRegistrationDigest: () => Promise<string | null>;
  /** Whether somebody may enter as a guest: null for yes. */
  decideEntry: (by: 'code' | 'default', code: CodeState) => Refusal | null;
  /** Whether somebody may create an account, and what it spends. */
  decideRegistration: (given: CodeState, byDefault: CodeState) => Registration;
  /**
   * Whether a guest may become a member, and what it spends.
   *
   * @param guestOf whether the guest came by a code that was handed out, or by the host's default one
   */
  decideConversion: (guestOf: 'given' | 'default', given: CodeState, byDefault: CodeState) => Registration;
  /** Why nobody can be registered with this e-mail or password, or null. Asked when the code is good, before anything is hashed. */
  problemOfCredentials: (credentials: { email: string; password: string }) => Refusal | null;
  /** Why an e-mail that a provider tells cannot be a member's, or null. */
  problemOfEmail: (email: string) => Refusal | null;
  /** Counts an entry by the default code before it is made: null when there is room, or the error that answers it. */
  limitDefaultEntry: (headers: Headers) => Promise<APIError | null>;
  /** Called after somebody became a member by a provider or out of a guest, with what is known of their e-mail. */
  afterMember: (member: { id: string; email: string; emailVerified: boolean }) => void;
  /** Gives a member everything that a guest has made, and tells whether that is anything. Called in the transaction that erases the guest. */
  moveGuest: (from: { guestId: string; memberId: string }) => Promise<{ isAnyMoved: boolean }>;
  /** Called before a guest is erased: whatever still writes for them must have ended when it resolves. */
  beforeErase: (userId: string) => Promise<void>;
  /** Called after guests were erased, before anybody is told so. */
  afterErase: (userIds: string[]) => Promise<void>;
  /** Told what went wrong, not what was refused, where the answer cannot carry it. */
  report: (error: unknown) => void;
  /** The clock, epoch milliseconds. */
  now: () => number;
};
