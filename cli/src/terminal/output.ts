import type { Writable } from 'node:stream';

/** Waits until the text is written. Returns false when nobody reads the output any more. */
export type Write = (text: string) => Promise<boolean>;

/** In characters. */
const blockLength = 64 * 1024;

/** Writes no faster than the stream is read. A closed pipe (`… | head`) is no failure. */
export function writerTo(stream: Writable): Write {
  let isRead = true;
  stream.on('error', () => {
    isRead = false;
  });
  return async (text) => {
    // Writing to a file never waits: `setImmediate` lets signals arrive.
    if (isRead) await new Promise<void>((resolve) => stream.write(text, () => setImmediate(resolve)));
    return isRead;
  };
}

/** Joins small texts into blocks. `end` writes the rest. */
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

/** Writes an array item by item, in the format of `asJson`. `indent` is the indentation of its first line. */
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
