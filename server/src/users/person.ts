import type { DataKeys } from '@foyer/invitation-codes/data-keys';

/** Who is signed in. */
export type Person = {
  id: string;
  isGuest: boolean;
  /** A member's e-mail; null for a guest. */
  email: string | null;
  /** A member who has to confirm their e-mail before they can chat. */
  mustVerify: boolean;
  /** Their data keys, wrapped; null until the first is needed. */
  dataKeys: string | null;
  /** The session that the request's cookie names. Times are epoch milliseconds. */
  session: { id: string; createdAt: number };
};

/** What a request of a signed-in person carries whose chats can be opened. */
export type WithKeys = { Variables: { person: Person; keys: DataKeys } };

/** What a request of a signed-in person carries. */
export type SignedIn = { Variables: { person: Person } };
