/** Who is signed in. */
export type Person = {
  id: string;
  isGuest: boolean;
  /** A member's e-mail; null for a guest. */
  email: string | null;
};

/** What a request of a signed-in person carries. */
export type SignedIn = { Variables: { person: Person } };
