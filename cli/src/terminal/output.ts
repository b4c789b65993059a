import type { Writable } from 'node:stream';

/** Writes a text and waits until it is taken. Answers whether anybody still reads. */
export type Write = (text: string) => Promise<boolean>;

/** How many characters are written at once, about. */
const blockLength = 64 * 1024;

/** Writes to a stream no faster than it is read. Whoever stops reading (`… | head`) is no failure. */
export function writerTo(stream: Writable): Write {
  let isRead = true;
  stream.on('error', () => {
    isRead = false;
  });
  return async (text) => {
    // A file takes a text at once: signals are heard in a turn of the event loop.
    if (isRead) await new Promise<void>((resolve) => stream.write(text, () => setImmediate(resolve)));
    return isRead;
  };
}

/** Gathers small texts into blocks. `end` writes what is left. */
export function inBlocks(write: Write) {
  let block = '';
  const end = async () => {
    const text = block;
    block = '';
    return text === '' || write(text);
  };
  return {
    write: async (text: string) => {
      block += text;
      return block.length < blockLength || end();
    },
    end,
  };
}

/**
 * An array of any length, written as `asJson` writes it, item by item.
 *
 * @param indent how far the line is indented on which the array begins
 */
export function jsonArray(write: Write, indent = '') {
  let isEmpty = true;
  return {
    add: async (item: unknown) => {
      const json = JSON.stringify(item, null, 2).replaceAll('\n', `\n${indent}  `);
      const text = `${isEmpty ? '[' : ','}\n${indent}  ${json}`;
      isEmpty = false;
      return write(text);
    },
    end: () => write(isEmpty ? '[]' : `\n${indent}]`),
  };
}
