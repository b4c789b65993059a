import type { InvitationTables, UserColumns } from '@foyer/invitation-codes/tables';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Better Auth's times: ISO text on SQLite, `timestamptz` on PostgreSQL. All other times are epoch milliseconds. */
type DateColumn = ColumnType<Date | string, Date, Date>;

/** Every table. Rows of a user hang on `user` by foreign keys and are deleted with it. */
export type Tables = InvitationTables & {
  user: UserColumns & {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean | number;
    image: string | null;
    createdAt: DateColumn;
    updatedAt: DateColumn;
    chats: Generated<number>;
    /** In Unicode code points, like `message.characters`. */
    characters: Generated<number>;
    blockedAt: Generated<number | null>;
    /** The language that a member chose; null for none. */
    language: Generated<string | null>;
    twoFactorEnabled: Generated<boolean | number | null>;
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
    linkedUserId: GeneratedAlways<string | null>;
  };
  /** Following a mailed link proves that the user reads that mailbox. */
  mailProof: {
    digest: string;
    userId: string;
    /** Confirm the email, replace the old one, or set a new password. */
    purpose: 'verify' | 'change' | 'reset';
    /** Null for a link that the operator hands over. */
    email: string | null;
    /** Digest of the registration cookie: in that browser the link also logs in. */
    browser: string | null;
    expiresAt: number;
    /** Keyed digest of the short code in the letter; null for none. */
    codeDigest: string | null;
    codeExpiresAt: number | null;
    codeAttempts: Generated<number>;
  };
  /** Letters that the mail server did not take: tried again for an hour. At most one for each user and purpose. */
  unsentLetter: {
    userId: string;
    purpose: LetterPurpose;
    /** Address and circumstances, sealed with the installation's secret. Tokens and codes are made at sending. */
    sealed: string;
    tries: number;
    failedAt: number;
    nextTryAt: number;
  };
  chat: {
    id: string;
    userId: string;
    /** Sealed with the key `keyId`, like the texts. */
    sealedTitle: Uint8Array;
    keyId: string;
    createdAt: number;
    updatedAt: number;
    /** The id of the assistant with which it began; null for the default one. */
    assistant: string | null;
    /** Null until the model says that its window is smaller than MODEL_CONTEXT_TOKENS. */
    contextTokens: number | null;
    /** Null until the model says that its window has no room for MODEL_REPLY_TOKENS. */
    replyTokens: number | null;
    /** It is hidden from then on, and erased a little later. */
    deletedAt: number | null;
    /** How many characters its owner got back for it then. */
    deletedCharacters: number | null;
  };
  /** A text that was not sent yet, sealed with the key `keyId`. */
  draft: {
    /** The id of its chat; of the next new chat: `new ` and the user's id. */
    id: string;
    userId: string;
    chatId: string | null;
    sealed: Uint8Array;
    keyId: string;
    updatedAt: number;
  };
  message: {
    chatId: string;
    id: string;
    position: number;
    role: 'user' | 'assistant';
    sealed: Uint8Array;
    keyId: string;
    status: MessageStatus;
    createdAt: number;
    /** Of the text and the thoughts together. */
    characters: Generated<number>;
    /** Sealed with the key `keyId`, like the text. */
    sealedThoughts: Uint8Array | null;
    ending: ReplyEnding | null;
    /** How many earlier messages of the chat the model did not get. */
    leftOut: number | null;
    /** Who wrote a reply: the assistant, MODEL_NAME, and the SHA-256 of the system prompt in base64url. */
    assistant: string | null;
    model: string | null;
    promptDigest: string | null;
  };
  reply: {
    userId: string;
    chatId: string;
    /** The writer renews this. After this time its reply is dead. */
    leaseUntil: number;
  };
  /** Messages sent since `startedAt`: the window is an hour for a guest, 24 hours for a member. */
  messageWindow: { userId: string; startedAt: number; count: number };
  /** Failed attempts by address: `key` is a keyed digest, `level` the fill level at the time `at`. */
  tryLimit: { key: string; level: number; at: number };
  modelCalls: {
    day: string;
    count: number;
    /** The highest share that the log has reported for this day, in percent. */
    told: Generated<number>;
  };
  /** Messages and tokens of a day in TIME_ZONE, by code. Entries are counted from `redemption`. */
  useOfDay: { day: string; codeId: string; messages: number; tokens: number };
  setting: { key: SettingKey; value: string };
  operator: { userId: string; createdAt: number };
  operatorLink: {
    /** Keyed, of the token. */
    digest: string;
    /** Keyed; finds an earlier link to the same email. Null for the link of the first start, which names none. */
    emailDigest: string | null;
    /** With the installation's secret. Null without an email, and once the link is used. */
    sealedEmail: string | null;
    userId: string | null;
    createdAt: number;
    expiresAt: number;
    usedAt: number | null;
  };
  /** When an operator last proved themselves in this session, beyond having logged in. */
  operatorSession: { sessionId: string; confirmedAt: number | null; secondFactorAt: number | null };
  operatorToken: {
    id: string;
    name: string;
    digest: string;
    scopes: string;
    createdAt: number;
    createdBy: string | null;
    lastUsedAt: number | null;
    revokedAt: number | null;
  };
  /** What operators changed. `value` as the environment writes it; codes are sealed. */
  operatorSetting: { key: string; value: string; changedAt: number; changedBy: string | null };
  /** What operators, tokens and commands did. The database refuses to change or delete a row. */
  audit: {
    id: string;
    at: number;
    by: 'operator' | 'token' | 'command';
    byId: string | null;
    act: string;
    on: string;
    onId: string | null;
    count: number | null;
    before: string | null;
    after: string | null;
    /** The network of the address; null for a command. */
    from: string | null;
  };
  /** Second factors, as Better Auth keeps them: secret and recovery codes are sealed. */
  twoFactor: {
    id: string;
    secret: string;
    backupCodes: string;
    userId: string;
    verified: boolean | number | null;
    failedVerificationCount: number | null;
    lockedUntil: DateColumn | null;
  };
};

/** `registered`: someone registered with the email of this account. `changed`: to the former email. */
export type LetterPurpose = 'verify' | 'change' | 'reset' | 'registered' | 'changed';

export type MessageStatus = 'complete' | 'stopped' | 'interrupted' | 'failed';

/** How the model ended a reply, if it did not come to an ordinary end. `thinking`: only thoughts came, no text. */
export type ReplyEnding = 'length' | 'filter' | 'refusal' | 'tools' | 'thinking';

// `nextSecretFingerprint`: only during a rotation. `formerSessions`: signing keys from before it. `sweepTurn`, `sealTurn`
// and `codeTurn` are locks; `defaultEntriesDue`, `codeFormsDue` and `rewriteOwed` are work to do.
export type SettingKey =
  | 'secretFingerprint'
  | 'nextSecretFingerprint'
  | 'formerSessions'
  | 'starterLoginCode'
  | 'sweepTurn'
  | 'sealTurn'
  | 'codeTurn'
  | 'defaultEntriesDue'
  | 'codeFormsDue'
  | 'rewriteOwed'
  | 'settingsVersion';
