type Owner = { id: string; isGuest: boolean };

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * What was typed and not sent, by chat; always of one person. It lives in memory only: a browser leaves on its disk what was
 * in a storage, also after it was removed. That of a member waits there for them while their session has ended.
 */
export function createDrafts() {
  const texts = new Map<string, string>();
  let owner: Owner | null = null;

  return {
    of: (chat: string): string => texts.get(chat) ?? '',
    write(chat: string, text: string) {
      if (text) texts.set(chat, text);
      else texts.delete(chat);
    },
    /** A new chat has an id from now on. */
    move(from: string, to: string) {
      const text = texts.get(from);
      texts.delete(from);
      if (text) texts.set(to, text);
    },
    clear: () => texts.clear(),
    /**
     * Tells who is there now. Nobody else reads what somebody typed: it is gone when another person comes in, and when a
     * guest is gone.
     *
     * @param isSame the person has not changed, though their id may have: a guest logged in to an account of theirs
     */
    belongTo(person: Owner | null, isSame: boolean) {
      if (!person && !owner?.isGuest) return;
      if (!person || !(isSame || person.id === owner?.id)) texts.clear();
      owner = person;
    },
  };
}
