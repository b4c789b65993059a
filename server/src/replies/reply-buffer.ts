/** Any number of readers, each from the beginning and then live; a slow one gets many parts at once. */
export type ReplyBuffer<Part> = {
  append: (...parts: Part[]) => void;
  end: () => void;
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
