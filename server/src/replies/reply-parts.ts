import type { UIMessageChunk } from 'ai';
import { type Message, type MessageMetadata, metadataOf } from '../chats/messages.ts';
import type { ModelWords } from '../models/model-piece.ts';
import { gatherWords } from './gather-words.ts';
import type { ReplyBuffer } from './reply-buffer.ts';

export type ReplyChunk = UIMessageChunk<MessageMetadata>;

type End = {
  isWell: boolean;
  /** How long the model asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
};

type Open = { type: 'text' | 'reasoning'; id: string };

/**
 * Collects the words of a reply, and writes them to the buffer as parts of the AI SDK's stream.
 *
 * @param grown the message that is continued: readers of the whole buffer get its words first
 */
export function openReplyParts(buffer: ReplyBuffer<ReplyChunk>, messageId: string, grown: Message | null) {
  let text = grown?.text ?? '';
  let thoughts = grown?.thoughts ?? '';
  const had = text.length;
  let hasStarted = false;
  let open: Open | null = null;
  let count = 0;

  const words = gatherWords((delta) => {
    if (open) buffer.append({ type: `${open.type}-delta`, id: open.id, delta });
  });
  const close = (providerMetadata?: typeof retracted) => {
    words.flush();
    if (open)
      buffer.append({ type: `${open.type}-end`, id: open.id, ...(providerMetadata && { providerMetadata }) });
    open = null;
  };
  const write = (type: Open['type'], delta: string) => {
    if (!hasStarted) buffer.append({ type: 'start', messageId });
    hasStarted = true;
    if (open?.type !== type) {
      close();
      open = { type, id: `${type}-${count++}` };
      buffer.append({ type: `${type}-start`, id: open.id });
    }
    words.add(delta);
  };

  if (grown) buffer.append({ type: 'start', messageId }, ...partsOf(grown));

  return {
    hear: (heard: ModelWords) => {
      if (heard.type === 'retract') {
        close(retracted);
        thoughts += text.slice(had);
        text = text.slice(0, had);
        return;
      }
      // PostgreSQL cannot store NUL.
      const received = heard.text.replaceAll('\0', '');
      const isText = heard.type === 'text';
      const delta = !isText && thoughts === '' ? received.trimStart() : received;
      if (delta === '') return;
      if (isText) text += delta;
      else thoughts += delta;
      write(isText ? 'text' : 'reasoning', delta);
    },
    flush: words.flush,
    /** Trimmed thoughts; the text as it came. */
    soFar: () => ({ text, thoughts: thoughts.trim() }),
    hasGrown: () => text.length > had,
    /** Ends the open part, and says how the message ended. */
    finish: (message: Message, { isWell, retryAfterMs = 0 }: End) => {
      close();
      // Metadata would make a message of a reply that is not kept.
      if (isWorthKeeping(message)) {
        if (!hasStarted) buffer.append({ type: 'start', messageId });
        // An earlier ending of a continued message must not stay.
        const messageMetadata = { ...(grown && { ending: null }), ...metadataOf(message) };
        buffer.append({ type: 'message-metadata', messageMetadata });
      }
      if (retryAfterMs > 0) buffer.append(waitPart(retryAfterMs));
      buffer.append(isWell ? { type: 'finish' } : { type: 'error', errorText: 'MODEL_FAILED' });
    },
  };
}

function partsOf({ text, thoughts = '' }: Message): ReplyChunk[] {
  const whole = (type: Open['type'], delta: string): ReplyChunk[] => {
    const id = `${type}-before`;
    return delta === ''
      ? []
      : [
          { type: `${type}-start`, id },
          { type: `${type}-delta`, id, delta },
          { type: `${type}-end`, id },
        ];
  };
  return [...whole('reasoning', thoughts), ...whole('text', text)];
}

const retracted = { foyer: { isThought: true } };

export function isWorthKeeping({ text, thoughts = '', ending }: Message): boolean {
  return text.trim() !== '' || thoughts !== '' || Boolean(ending);
}

function waitPart(ms: number): ReplyChunk {
  return { type: 'data-retry-after', data: { seconds: Math.ceil(ms / 1000) }, transient: true };
}
