import type { Person } from '../api/client.ts';
import { isInside, plain } from '../routes.ts';
import type { Change, Outside } from './context.ts';
import { createDrafts } from './drafts.ts';
import { forgetReturn, keepReturn, takeReturn } from './return-to.ts';

const lastChat = 'foyer.chat';

/** Follows who is in this tab, why nobody is, and what of theirs the tab keeps. */
export function createPresence(storage: Storage) {
  const drafts = createDrafts();
  let person: Person | null = null;
  let changes = 0;
  let isSomebodyNew = false;
  /** Whoever was here last has logged out. */
  let hasLeft = false;
  /** Whoever was here last is gone without having logged out. */
  let gone: Person | null = null;
  let why: Outside | null = null;

  return {
    drafts,
    /** How many sessions began or ended, here or in other tabs. */
    changes: () => changes,
    why: () => why,

    /** Notes the chat that is shown; null for a new one. */
    seesChat(id: string | null) {
      if (id) storage.setItem(lastChat, id);
      else storage.removeItem(lastChat);
    },
    /** The address of the chat that was shown last: whoever creates an account goes on there. */
    chatPath(): string {
      const id = storage.getItem(lastChat);
      return id ? `/chat/${id}` : '/chat';
    },

    /** A session has changed, here or in another tab. Answers whether somebody who was asked to log in has in truth logged out. */
    note(change: Change): boolean {
      if (change === 'same') return false;
      changes += 1;
      isSomebodyNew = true;
      storage.removeItem(lastChat);
      if (change !== 'left' && change !== 'deleted') return false;
      const wasAsked = why !== null;
      hasLeft = true;
      gone = null;
      why = change === 'deleted' ? change : null;
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
        why = null;
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
    comeBackTo(path: string) {
      if (person) keepReturn({ path, memberId: person.id }, storage);
    },

    /** Where whoever has just logged in goes on; null for nowhere in particular. */
    backTo(): string | null {
      const path = person && takeReturn(person, storage);
      return path && isInside(path) ? path : null;
    },

    /** Where somebody who is not in is led from an address of the inside: they log in first, and then go on there. */
    outsideOf(path: string): string {
      if (hasLeft || (!gone && plain(path) === '/create-account')) return '/';
      // What a guest had is deleted: there is nothing to come back to.
      if (!gone?.isGuest) keepReturn({ path, memberId: gone?.id ?? null }, storage);
      why = gone ? (gone.isGuest ? 'guest-ended' : 'ended') : 'cold';
      return '/login';
    },
  };
}
