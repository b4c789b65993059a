/** What was said so far, for any number of readers: each hears it from the beginning and then as it is said. */
export type ReplyBuffer<Part> = {
  append: (...parts: Part[]) => void;
  end: () => void;
  /** What was said since the last time, together: a reader who is slow, or comes late, takes many parts at once. */
  read: () => AsyncGenerator<Part[]>;
};

export function openReplyBuffer<Part>(): ReplyBuffer<Part> {
  const said: Part[] = [];
  let isOver = false;
  let news = Promise.withResolvers<void>();

  const tell = () => {
    news.resolve();
    news = Promise.withResolvers();
  };

  async function* read() {
    let next = 0;
    while (true) {
      while (next === said.length && !isOver) await news.promise;
      if (next === said.length) return;
      const parts = said.slice(next);
      next = said.length;
      yield parts;
    }
  }

  return {
    append: (...parts) => {
      said.push(...parts);
      tell();
    },
    end: () => {
      isOver = true;
      tell();
    },
    read,
  };
}
