import type { ColumnType } from 'kysely';
import type { CodeTerms } from './code.ts';

/** Whether people who enter with a code are asked for personal data. Stored with the code. */
export type PersonalDataRequirement = 'NOT_AVAILABLE' | 'NOT_REQUIRED' | 'REQUIRED';

/** A code. Its text is stored only as a digest and encrypted. While it has counter shards, `remaining` is 0 here. */
export type InvitationCodeRow = CodeTerms & {
  id: string;
  /** Keyed digest of the canonical text; unique across both kinds. */
  digest: string;
  /** The text as it was entered, encrypted. */
  sealed: string;
  /** All uses, 1 or more. */
  allowed: number;
  requirement: PersonalDataRequirement;
  label: string | null;
  createdAt: number;
  /** `import`, `create` or `start`. */
  createdBy: string;
  /** True when this installation generated the text at random: such a code cannot be guessed. */
  isGenerated: boolean | number;
};

/** A shard: a part of a code's uses, on PostgreSQL only. It is deleted with its last use, and before the terms change. */
export type UseCounterRow = Pick<CodeTerms, 'kind' | 'validFrom' | 'validUntil'> & {
  codeId: string;
  /** From 0. */
  number: number;
  /** 1 or more. */
  remaining: number;
};

/** One spent use. It names nobody: the user's row points to it, and it outlives the user. */
export type RedemptionRow = {
  id: string;
  codeId: string;
  redeemedAt: number;
  /**
   * `guest`: with a code that was handed out. `default`: with the default code of that time, typed or not. `password`,
   * `provider`, `conversion`: how a member's account was created.
   */
  entry: 'guest' | 'default' | 'password' | 'provider' | 'conversion';
  /** When this guest became a member; null for never. */
  convertedAt: number | null;
};

/** Remembers a guest's entry for a while, so that a retry spends nothing. Erased with the guest. */
export type EntryAttemptRow = {
  /** Keyed digest of the attempt's id. */
  digest: string;
  codeId: string;
  userId: string;
  attemptedAt: number;
};

/** The columns that the plugin adds to Better Auth's `user`. */
export type UserColumns = {
  isGuest: boolean | number;
  /** When a guest was last seen, epoch milliseconds, exact to a minute; null for a member. */
  lastSeenAt: number | null;
  /** The use that this person spent; null when none was required. */
  redemptionId: string | null;
  /** The person's data keys, wrapped: see `data-keys.ts`. Null until the first is needed. */
  dataKeys: string | null;
};

/** The tables that the host must create for the plugin. */
export type InvitationTables = {
  invitationCode: InvitationCodeRow;
  useCounter: UseCounterRow;
  redemption: RedemptionRow;
  entryAttempt: EntryAttemptRow;
};

/** The plugin's tables, and the columns of Better Auth's tables that it uses. */
export type HostTables = InvitationTables & {
  user: UserColumns & {
    id: string;
    email: string;
    emailVerified: boolean | number;
    updatedAt: ColumnType<Date | string, Date, Date>;
  };
  session: { id: string; userId: string; expiresAt: ColumnType<Date | string, Date, Date> };
  account: { userId: string; providerId: string; accountId: string; password: string | null };
};
