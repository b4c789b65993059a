type Owner = { id: string; isGuest: boolean };

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * The texts that one person typed and did not send, by chat. In memory only: a browser leaves storage on its disk, also after
 * it was removed. The drafts of a member outlive their session, until somebody else comes.
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
    move(from: string, to: string) {
      const text = texts.get(from);
      texts.delete(from);
      if (text) texts.set(to, text);
    },
    clear: () => texts.clear(),
    /**
     * Says who uses the tab now. Drafts are dropped when another person comes, and when a guest is gone.
     *
     * @param isSame the same person, maybe with another id: a guest logged in to their account
     */
    belongTo(person: Owner | null, isSame: boolean) {
      if (!person && !owner?.isGuest) return;
      if (!person || !(isSame || person.id === owner?.id)) texts.clear();
      owner = person;
    },
  };
}
