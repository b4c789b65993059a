import type { ColumnType } from 'kysely';
import type { CodeTerms } from './code.ts';

/** Whether people who come by a code are asked for personal data. Kept with the code. */
export type PersonalDataRequirement = 'NOT_AVAILABLE' | 'NOT_REQUIRED' | 'REQUIRED';

/** A code with its terms. Its text is there only as a digest and sealed. While it has counters, the `remaining` of its own row is 0. */
export type InvitationCodeRow = CodeTerms & {
  id: string;
  /** Keyed digest of the canonical text; unique across kinds. */
  digest: string;
  /** The text as it was handed in, encrypted. */
  sealed: string;
  /** Uses in all, 1 or more. */
  allowed: number;
  requirement: PersonalDataRequirement;
  label: string | null;
  createdAt: number;
  /** Who made it: `import`, `create`, `start`. */
  createdBy: string;
  /** Whether this installation drew its text at random: such a code cannot be guessed. */
  isGenerated: boolean | number;
};

/**
 * A part of a code's uses, which some of those who come by it spend, under the code's terms; on PostgreSQL only. It goes
 * with its last use, and before the terms change.
 */
export type UseCounterRow = Pick<CodeTerms, 'kind' | 'validFrom' | 'validUntil'> & {
  codeId: string;
  /** Which of the code's counters, from 0. */
  number: number;
  /** 1 or more. */
  remaining: number;
};

/** One spent use. It names nobody: the user points at it, and it outlives the user. */
export type RedemptionRow = {
  id: string;
  codeId: string;
  redeemedAt: number;
  /**
   * By which kind of entry the person came: a guest by a code that was handed out, or by the one that was the default code
   * then, however they brought it; a member by password, by provider, or out of a guest.
   */
  entry: 'guest' | 'default' | 'password' | 'provider' | 'conversion';
  /** When the guest who came by it became a member; null for never. */
  convertedAt: number | null;
};

/** What a guest entry is remembered by for a while, so that its retry spends nothing. Gone with the guest. */
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
  /** When a guest was last seen, epoch milliseconds, at most a minute old; null for a member. */
  lastSeenAt: number | null;
  /** The use that this person spent; null when none was asked for. */
  redemptionId: string | null;
  /** The keys of the person's texts, wrapped: see `data-keys.ts`. Null until the first is needed. */
  dataKeys: string | null;
};

/** The tables that a host must have for the plugin. */
export type InvitationTables = {
  invitationCode: InvitationCodeRow;
  useCounter: UseCounterRow;
  redemption: RedemptionRow;
  entryAttempt: EntryAttemptRow;
};

/** What the plugin reads and writes: its own tables, and what it needs of Better Auth's. */
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
