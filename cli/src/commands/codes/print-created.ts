import type { Code } from '@foyer/invitation-codes/codes';
import { jsonArray, type Write } from '../../terminal/output.ts';
import { alignTable, printable } from '../../terminal/table.ts';
import { codeAsJson, linkOf } from './print-code.ts';

/** Prints new codes with their links. `add` returns false when nobody reads the output any more. */
export type CodesPrinter = { add: (codes: Code[]) => Promise<boolean>; end: () => Promise<unknown> };

/** For people. */
export function codesInWords(write: Write, publicUrl: string): CodesPrinter {
  const add = (codes: Code[]) =>
    write(`${alignTable(codes.map((code) => [printable(code.code), linkOf(code, publicUrl)]))}\n`);
  return { add, end: async () => {} };
}

/** For scripts. */
export function codesAsJson(write: Write, publicUrl: string): CodesPrinter {
  const array = jsonArray(write);
  const add = async (codes: Code[]) => {
    let isRead = true;
    for (const code of codes)
      isRead = await array.add({ ...codeAsJson(code), link: linkOf(code, publicUrl) });
    return isRead;
  };
  const end = async () => {
    await array.end();
    await write('\n');
  };
  return { add, end };
}
