const key = 'foyer.drafts';

type Owner = { isGuest: boolean; email: string | null };
type Kept = { email: string; texts: [string, string][] };

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * What was typed and not sent, by chat; always of one person. That of a member outlives the page, so that it is there
 * again after a session that ended or the way through a provider. That of a guest lives in memory only.
 */
export function createDrafts(storage: Storage) {
  const kept = read(storage);
  let email = kept?.email ?? null;
  let isGuest = false;
  let texts = new Map(kept?.texts);

  return {
    of: (chat: string): string => texts.get(chat) ?? '',
    write(chat: string, text: string) {
      if (text) texts.set(chat, text);
      else texts.delete(chat);
      keep();
    },
    /** A new chat has an id from now on. */
    move(from: string, to: string) {
      const text = texts.get(from);
      texts.delete(from);
      if (text) texts.set(to, text);
      keep();
    },
    clear,
    /**
     * Tells who is there now. Nobody else reads what somebody typed: it is gone when another person comes in, and when a
     * guest is gone.
     *
     * @param isSame the person has not changed, whatever they are called now: a guest became a member
     */
    belongTo(person: Owner | null, isSame: boolean) {
      if (!person && !isGuest) return;
      const isTheirs = person?.isGuest ? isGuest : email !== null && person?.email === email;
      if (!person || !(isSame || isTheirs)) clear();
      isGuest = person?.isGuest ?? false;
      email = person?.email ?? null;
      keep();
    },
  };

  function clear() {
    texts = new Map();
    storage.removeItem(key);
  }

  function keep() {
    if (email === null || isGuest || texts.size === 0) return storage.removeItem(key);
    storage.setItem(key, JSON.stringify({ email, texts: [...texts] } satisfies Kept));
  }
}

function read(storage: Storage): Kept | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
