/** Any number of readers, each from the beginning and then live; a slow one gets many parts at once. */
export type ReplyBuffer<Part> = {
  append: (...parts: Part[]) => void;
  end: () => void;
  read: () => AsyncGenerator<Part[]>;
};

export function openReplyBuffer<Part>(): ReplyBuffer<Part> {
  const written: Part[] = [];
  let isOver = false;
  let change = Promise.withResolvers<void>();

  const notify = () => {
    change.resolve();
    change = Promise.withResolvers();
  };

  async function* read() {
    let next = 0;
    while (true) {
      while (next === written.length && !isOver) await change.promise;
      if (next === written.length) return;
      const parts = written.slice(next);
      next = written.length;
      yield parts;
    }
  }

  return {
    append: (...parts) => {
      written.push(...parts);
      notify();
    },
    end: () => {
      isOver = true;
      notify();
    },
    read,
  };
}
