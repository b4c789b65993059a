import type { ColumnType, Generated } from 'kysely';
import type { CodeTerms } from './code.ts';

/** Whether people who enter with a code are asked for personal data. Stored with the code. */
export type PersonalDataRequirement = 'NOT_AVAILABLE' | 'NOT_REQUIRED' | 'REQUIRED';

/** What a code opens; null means no limit, or the host's default. */
export type OpenedTerms = {
  /** Which assistant the person meets. */
  assistant: string | null;
  /** How many messages each person may send in all, and each day. */
  messagesPerPerson: number | null;
  messagesPerDay: number | null;
  /** How many tokens all people of the code may use together. */
  tokenBudget: number | null;
  /** Login codes only: how long each guest may stay, and how many may be in at once. */
  minutesPerPerson: number | null;
  peopleAtOnce: number | null;
  /** A BCP 47 tag. */
  language: string | null;
};

/** Codes that were made together. */
export type BatchRow = {
  id: string;
  createdAt: number;
  /** `import`, `create` or `start`. */
  createdBy: string;
  label: string | null;
  /** The operator's words on the cards. */
  note: string | null;
};

/** A code. Its text is stored only as a digest and encrypted. While it has counter shards, `remaining` is 0 here. */
export type InvitationCodeRow = CodeTerms &
  OpenedTerms & {
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
    /** Null for a code of version 0.1. */
    batchId: string | null;
  };

/** A place in a room: a login code with `peopleAtOnce`. Deleted with its guest. */
export type PlaceRow = {
  userId: string;
  codeId: string;
  /** The place is free after this time, unless the guest shows life before. */
  aliveUntil: number;
  /** Until this time a guest who has lost the place comes before newcomers. 0: does not wait. */
  waitsUntil: number;
};

/** The tokens of all people of a code with a budget. */
export type TokenUseRow = { codeId: string; tokens: number };

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
  convertedAt: Generated<number | null>;
  /** How many messages the person has sent, in all and on `day`. */
  messages: Generated<number>;
  messagesToday: Generated<number>;
  /** In the host's time zone, as `2027-03-01`; null before the first message. */
  day: Generated<string | null>;
  tokens: Generated<number>;
  /** True when some of `tokens` are an estimate. */
  isEstimated: Generated<boolean | number>;
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
  /** When a guest's time is over; null for no end. */
  endsAt: number | null;
  /** The code in whose room a guest needs a place; null for none. */
  roomId: string | null;
};

/** The tables that the host must create for the plugin. */
export type InvitationTables = {
  invitationCode: InvitationCodeRow;
  useCounter: UseCounterRow;
  redemption: RedemptionRow;
  entryAttempt: EntryAttemptRow;
  batch: BatchRow;
  place: PlaceRow;
  tokenUse: TokenUseRow;
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
