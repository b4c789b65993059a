import type { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { CodeState, GuestOf, Registration } from './code.ts';
import type { Refusal } from './error-codes.ts';
import type { CodeKeys } from './seal.ts';
import type { HostTables } from './tables.ts';

/** What happens to a guest's data when the guest logs in to an existing account. */
export type GuestDataChoice = 'move' | 'erase';

/** The host's decisions, and what the plugin needs from it. */
export type InvitationCodesOptions = {
  /**
   * The host's database. Its queries must join the open transaction of Better Auth, which spends the use and creates the
   * user. Better Auth needs the same instance, with `transaction: true`.
   */
  db: Kysely<HostTables>;
  /** `deriveKeys(secret)`. */
  keys: CodeKeys;
  /** How long a guest may be idle, in milliseconds. */
  guestTtlMs: number;
  /** The digest of the default login code, which need not exist; null when none is set. */
  defaultLoginDigest: () => Promise<string | null>;
  isDefaultLogin: (digest: string) => Promise<boolean>;
  /** The digest of the default registration code; null when none is set. */
  defaultRegistrationDigest: () => Promise<string | null>;
  /** Why nobody may enter as a guest with this code; null when they may. */
  decideEntry: (by: 'code' | 'default', code: CodeState) => Refusal | null;
  /** Whether an account may be created, and which code pays for it. */
  decideRegistration: (given: CodeState, byDefault: CodeState) => Registration<Refusal>;
  /** Whether a guest may become a member, and which code pays for it. */
  decideConversion: (guestOf: GuestOf, given: CodeState, byDefault: CodeState) => Registration<Refusal>;
  /** Why this email or password cannot be used, or null. Called after the code was accepted, and before hashing. */
  problemOfCredentials: (credentials: { email: string; password: string }) => Refusal | null;
  /** Why an email from a provider cannot be used, or null. */
  problemOfEmail: (email: string) => Refusal | null;
  /** The form in which an email from a provider is stored and compared. */
  normalEmail: (email: string) => string;
  /** Counts an entry with the default code, before it happens. Returns the error to answer when there are too many, else null. */
  limitDefaultEntry: (headers: Headers) => Promise<APIError | null>;
  /** Called after a person became a member through a provider or by conversion, with the headers of the request. */
  afterMember: (member: { id: string; email: string; emailVerified: boolean }, headers: Headers) => void;
  /**
   * Called when the password of a login is right, before anything changes. Returns the error to answer, or what to do with the
   * new session; null for nothing.
   */
  proveLogin: (
    memberId: string,
    body: unknown,
  ) => Promise<APIError | ((sessionId: string) => Promise<void>) | null>;
  /** What the guest chose for their data, as the body of the login request says; null when it does not say. */
  guestDataChoice: (body: unknown) => GuestDataChoice | null;
  /** Moves all data of a guest to a member. Called in the transaction that erases the guest. */
  moveGuest: (from: { guestId: string; memberId: string }) => Promise<{ isAnyMoved: boolean }>;
  /** Called before a guest is erased. When it resolves, nothing may write for the guest any more. */
  beforeErase: (userId: string) => Promise<void>;
  /** Called after guests were erased, before the request is answered. */
  afterErase: (userIds: string[]) => Promise<void>;
  /** Gets errors (not refusals) that the answer cannot show. */
  report: (error: unknown) => void;
  /** The clock, epoch milliseconds. */
  now: () => number;
};
