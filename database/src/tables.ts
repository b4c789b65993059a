import type { InvitationTables, UserColumns } from '@foyer/invitation-codes/tables';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Better Auth's times: ISO text on SQLite, `timestamptz` on PostgreSQL. All other times are epoch milliseconds. */
type DateColumn = ColumnType<Date | string, Date, Date>;

/** Everything that is kept. Whatever belongs to a person hangs from `user` and goes with it. */
export type Tables = InvitationTables & {
  user: UserColumns & {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean | number;
    image: string | null;
    createdAt: DateColumn;
    updatedAt: DateColumn;
    /** How many chats the person keeps. */
    chats: Generated<number>;
    /** How many characters (Unicode code points) all messages in these chats take together. */
    characters: Generated<number>;
  };
  session: {
    id: string;
    userId: string;
    token: string;
    expiresAt: DateColumn;
    ipAddress: string | null;
    userAgent: string | null;
    createdAt: DateColumn;
    updatedAt: DateColumn;
  };
  account: {
    id: string;
    userId: string;
    accountId: string;
    providerId: string;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: DateColumn | null;
    refreshTokenExpiresAt: DateColumn | null;
    scope: string | null;
    password: string | null;
    createdAt: DateColumn;
    updatedAt: DateColumn;
  };
  verification: {
    id: string;
    identifier: string;
    value: string;
    expiresAt: DateColumn;
    createdAt: DateColumn;
    updatedAt: DateColumn;
    /** Who wants a login linked, taken out of the value. */
    linkedUserId: GeneratedAlways<string | null>;
  };
  /** A link that was sent to an address: whoever follows it reads the mail there. */
  mailProof: {
    /** Digest of the token in the link. */
    digest: string;
    userId: string;
    /** What it lets do: confirm the address, take it in place of the old one, or set a new password. */
    purpose: 'verify' | 'change' | 'reset';
    /** Where it was sent; null for a link that the operator hands over. */
    email: string | null;
    /** Digest of what the browser that registered keeps, in which the link signs in; null for none. */
    browser: string | null;
    expiresAt: number;
  };
  chat: {
    id: string;
    userId: string;
    /** The title, sealed with the key of that id. */
    sealedTitle: Uint8Array;
    keyId: string;
    createdAt: number;
    updatedAt: number;
  };
  message: {
    chatId: string;
    id: string;
    /** The place in the chat, from 0. */
    position: number;
    role: 'user' | 'assistant';
    /** The text, sealed with the key of that id. */
    sealed: Uint8Array;
    keyId: string;
    status: MessageStatus;
    createdAt: number;
    /** How many of the person's characters it takes. */
    characters: Generated<number>;
  };
  /** The one answer that is being written for a person. */
  reply: {
    userId: string;
    chatId: string;
    /** Its writer renews this while it writes; a reply past it is dead. */
    leaseUntil: number;
  };
  /** How many messages a person sent in the window that began at `startedAt`: an hour for a guest, 24 hours for a member. */
  messageWindow: { userId: string; startedAt: number; count: number };
  /** Tries by address: `key` is a keyed digest, `level` what counts against it at the time `at`. */
  tryLimit: { key: string; level: number; at: number };
  /** How many replies the model was asked for on a day (UTC), where that is bounded. */
  modelCalls: {
    /** As `2027-03-01`. */
    day: string;
    count: number;
    /** The highest share of the bound that the log has told of on that day, in percent. */
    told: Generated<number>;
  };
  /** What the installation remembers of itself. */
  setting: { key: SettingKey; value: string };
};

export type MessageStatus = 'complete' | 'stopped' | 'interrupted' | 'failed';

/**
 * `secretFingerprint` tells whether the secret is the one that the codes were sealed with; `nextSecretFingerprint` is there while
 * the secret is rotated; `formerSessions` is what signed the sessions of before; `starterLoginCode` is a code's digest; `sweepTurn`
 * says who sweeps, and until when; `sealTurn` who seals the chats of an older version; `defaultEntriesDue` is there until the guests of an older version are marked; `rewriteOwed`
 * until the files are rewritten.
 */
export type SettingKey =
  | 'secretFingerprint'
  | 'nextSecretFingerprint'
  | 'formerSessions'
  | 'starterLoginCode'
  | 'sweepTurn'
  | 'sealTurn'
  | 'defaultEntriesDue'
  | 'rewriteOwed';
