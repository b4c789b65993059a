import type { Problem } from '../../api/problem.ts';

type Save = (chat: string, text: string, options: { keepalive: boolean }) => Promise<{ problem?: Problem }>;

/** Many people type at once, and a page that ends saves by itself. In milliseconds. */
const usualPauseMs = 3000;

/** Saves drafts on the server: at most once every `pauseMs`, one request at a time. */
export function createDraftSaver(save: Save, pauseMs = usualPauseMs) {
  const waiting = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isSaving = false;

  return {
    write(chat: string, text: string) {
      waiting.set(chat, text);
      plan();
    },
    /** Saves at once what waits: the page may be gone in a moment. */
    flush() {
      const texts = take();
      for (const [chat, text] of texts) void save(chat, text, { keepalive: true });
    },
    /** Saves nothing more: the person has left. */
    forget: () => void take(),
  };

  function plan() {
    timer ??= setTimeout(() => {
      timer = null;
      void saveAll();
    }, pauseMs);
  }

  async function saveAll() {
    if (isSaving) return plan();
    isSaving = true;
    for (const [chat, text] of take()) {
      const { problem } = await save(chat, text, { keepalive: false });
      // Without a connection it waits for the next letter, or for the end of the page.
      if (problem?.code === 'OFFLINE' && !waiting.has(chat)) waiting.set(chat, text);
    }
    isSaving = false;
  }

  function take(): [string, string][] {
    if (timer) clearTimeout(timer);
    timer = null;
    const texts = [...waiting];
    waiting.clear();
    return texts;
  }
}
