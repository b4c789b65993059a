import type { DataKeys } from '@foyer/invitation-codes/data-keys';

export type Person = {
  id: string;
  isGuest: boolean;
  email: string | null;
  /** This member must confirm their email before they can chat. */
  mustVerify: boolean;
  /** Wrapped data keys; null until first needed. */
  dataKeys: string | null;
  /** When a guest's time is over, epoch milliseconds; null for no end. */
  endsAt: number | null;
  /** The code in whose room a guest needs a place; null for none. */
  roomId: string | null;
  /** Times are epoch milliseconds. */
  session: { id: string; createdAt: number };
};

export type WithKeys = { Variables: { person: Person; keys: DataKeys } };

export type SignedIn = { Variables: { person: Person } };
