/** Who is signed in. */
export type Person = {
  id: string;
  isGuest: boolean;
  /** A member's e-mail; null for a guest. */
  email: string | null;
  /** A member who has to confirm their e-mail before they can chat. */
  mustVerify: boolean;
  /** The session that the request's cookie names. Times are epoch milliseconds. */
  session: { id: string; createdAt: number };
};

/** What a request of a signed-in person carries. */
export type SignedIn = { Variables: { person: Person } };
