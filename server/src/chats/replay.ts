/** What was said so far, for any number of readers: each hears it from the beginning and then as it is said. */
export type Replay<Part> = {
  say: (...parts: Part[]) => void;
  end: () => void;
  read: () => ReadableStream<Part>;
};

export function openReplay<Part>(): Replay<Part> {
  const said: Part[] = [];
  let isOver = false;
  let news = Promise.withResolvers<void>();

  const tell = () => {
    news.resolve();
    news = Promise.withResolvers();
  };

  return {
    say: (...parts) => {
      said.push(...parts);
      tell();
    },
    end: () => {
      isOver = true;
      tell();
    },
    read: () => {
      let next = 0;
      let isGone = false;
      return new ReadableStream<Part>({
        pull: async (controller) => {
          while (next === said.length && !isOver) await news.promise;
          if (isGone) return;
          if (next === said.length) return controller.close();
          for (const part of said.slice(next)) controller.enqueue(part);
          next = said.length;
        },
        cancel: () => {
          isGone = true;
        },
      });
    },
  };
}
