import type { Code } from '@foyer/invitation-codes/codes';
import { codeLink } from '@foyer/policy';
import { timeInWords } from '../../../terminal/format.ts';
import { jsonArray, type Write } from '../../../terminal/output.ts';
import { alignTable, counted, printable } from '../../../terminal/table.ts';
import { limitsInWords, startsAnew } from './describe-terms.ts';
import { codeAsJson } from './print-code.ts';

/** Prints new codes with their links. `add` returns false when nobody reads the output any more. */
export type CodesPrinter = { add: (codes: Code[]) => Promise<boolean>; end: () => Promise<unknown> };

/** For people. */
export function codesInWords(write: Write, publicUrl: string): CodesPrinter {
  const add = (codes: Code[]) =>
    write(`${alignTable(codes.map((code) => [printable(code.code), codeLink(code, publicUrl)]))}\n`);
  return { add, end: async () => {} };
}

/** For scripts. */
export function codesAsJson(write: Write, publicUrl: string): CodesPrinter {
  const array = jsonArray(write);
  const add = async (codes: Code[]) => {
    let isRead = true;
    for (const code of codes)
      isRead = await array.add({ ...codeAsJson(code), link: codeLink(code, publicUrl) });
    return isRead;
  };
  const end = async () => {
    await array.end();
    await write('\n');
  };
  return { add, end };
}

type Created = Parameters<typeof startsAnew>[0] &
  Pick<Code, 'kind' | 'validFrom' | 'validUntil'> & { count: number; batch: string };

/** What was created, in sentences, and what the operator should know about it. */
export function summaryOfCreated(created: Created, timeZone: string, now: number) {
  const { count, kind, allowed, validFrom, validUntil, batch } = created;
  const limits = limitsInWords(created);
  const uses = `${allowed === 1 ? 'one use' : `${allowed} uses`}${count === 1 ? '' : ' each'}`;
  const facts = [
    `${counted(count, `${kind} code`)} with ${uses}, until ${timeInWords(validUntil, timeZone)}. Batch ${batch}.`,
    ...(limits ? [`Limits: ${limits}.`] : []),
  ];
  const warnings = [
    validUntil < now ? 'already expired: nobody can enter' : '',
    validFrom > now ? `not valid yet: works from ${timeInWords(validFrom, timeZone)}` : '',
    (created.peopleAtOnce ?? 0) > allowed
      ? `more places than uses: --uses ${allowed} lets in ${allowed} in all`
      : '',
    startsAnew(created)
      ? 'limits are per entry: a person who leaves and enters again starts anew. Where that matters, give each code one use'
      : '',
  ].filter((warning) => warning !== '');
  return { facts, warnings: warnings.map((warning) => `foyer: ${warning}`) };
}
