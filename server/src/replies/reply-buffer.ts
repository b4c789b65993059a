/** Any number of readers, each from the beginning (or from the part `from`) and then live; a slow one gets many parts at once. */
export type ReplyBuffer<Part> = {
  append: (...parts: Part[]) => void;
  end: () => void;
  read: (from?: number) => AsyncGenerator<Part[]>;
  length: () => number;
  /** Resolves at the first part that is not there yet, or at the end. */
  changed: () => Promise<void>;
};

export function openReplyBuffer<Part>(): ReplyBuffer<Part> {
  const written: Part[] = [];
  let isOver = false;
  let change = Promise.withResolvers<void>();

  const notify = () => {
    change.resolve();
    change = Promise.withResolvers();
  };

  async function* read(from = 0) {
    let next = from;
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
    length: () => written.length,
    changed: () => (isOver ? Promise.resolve() : change.promise),
  };
}
