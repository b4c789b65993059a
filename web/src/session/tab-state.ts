import type { Person } from '../api/session.ts';
import { isSignedInPath, withoutSlash } from '../routes.ts';
import type { SessionChange, SignedOutReason } from './context.ts';
import { createDrafts } from './storage/drafts.ts';
import { forgetReturn, saveReturn, takeReturn } from './storage/return-to.ts';

const lastChat = 'foyer.chat';

/** Follows who is in this tab, why nobody is, and what of theirs the tab keeps. */
export function createTabState(storage: Storage) {
  const drafts = createDrafts();
  let person: Person | null = null;
  let changes = 0;
  let isSomebodyNew = false;
  /** Whoever was here last has logged out. */
  let hasLeft = false;
  /** Whoever was here last is gone without having logged out. */
  let gone: Person | null = null;
  let signedOutReason: SignedOutReason | null = null;

  return {
    drafts,
    /** How many sessions began or ended, here or in other tabs. */
    changes: () => changes,
    signedOutReason: () => signedOutReason,

    /** Notes the chat that is shown; null for a new one. */
    setOpenChat(id: string | null) {
      if (id) storage.setItem(lastChat, id);
      else storage.removeItem(lastChat);
    },
    /** The address of the chat that was shown last: whoever creates an account goes on there. */
    chatPath(): string {
      const id = storage.getItem(lastChat);
      return id ? `/chat/${id}` : '/chat';
    },

    /** A session has changed, here or in another tab. Answers whether somebody who was asked to log in has in truth logged out. */
    note(change: SessionChange): boolean {
      if (change === 'same') return false;
      changes += 1;
      isSomebodyNew = true;
      storage.removeItem(lastChat);
      if (change !== 'left' && change !== 'deleted') return false;
      const wasAsked = signedOutReason !== null;
      hasLeft = true;
      gone = null;
      signedOutReason = change === 'deleted' ? change : null;
      drafts.clear();
      forgetReturn(storage);
      return wasAsked;
    },

    /** The server has told who is in. */
    meet(next: Person | null) {
      drafts.belongTo(next, person !== null && next !== null && !isSomebodyNew);
      if (next) {
        hasLeft = false;
        gone = null;
        signedOutReason = null;
      } else if (hasLeft) {
        // Something may have been typed until now, after the logout in another tab.
        drafts.clear();
      } else if (person) {
        gone = person;
      }
      if (!next) storage.removeItem(lastChat);
      isSomebodyNew = false;
      person = next;
    },

    /** Remembers where the member who is in goes on after they have logged in again. */
    returnTo(path: string) {
      if (person) saveReturn({ path, memberId: person.id }, storage);
    },

    /** Where whoever has just logged in goes on; null for nowhere in particular. */
    takeReturnPath(): string | null {
      const path = person && takeReturn(person, storage);
      return path && isSignedInPath(path) ? path : null;
    },

    /** Where somebody who is not in is led from an address of the inside: they log in first, and then go on there. */
    signedOutPathFor(path: string): string {
      if (hasLeft || (!gone && withoutSlash(path) === '/create-account')) return '/';
      // What a guest had is deleted: there is nothing to come back to.
      if (!gone?.isGuest) saveReturn({ path, memberId: gone?.id ?? null }, storage);
      signedOutReason = gone ? (gone.isGuest ? 'guest-ended' : 'ended') : 'cold';
      return '/login';
    },
  };
}
