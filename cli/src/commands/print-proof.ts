import type { Proof } from '@foyer/server/prove-erasure';
import { shortTime } from '../terminal/format.ts';
import { alignTable, counted, printable } from '../terminal/table.ts';

/** A proof for people who have to decide whether to believe it. */
export function proofInWords(proof: Proof): string {
  const { at, database, server, mark, claims, gone, stays } = proof;
  const where = server.isOwn
    ? 'with a server that was started for this proof'
    : `with the server that runs at ${server.address}`;
  return [
    `Proof of erasure, ${shortTime(at)}, ${where}, on ${database}.`,
    '',
    'A person came in by a code for one use, without a name and without an address, and wrote one message. It held a mark',
    `that occurs nowhere else: ${mark}.`,
    modelInWords(proof.model),
    '',
    alignTable(
      claims.map(({ claim, holds, found }) => [inWords(holds), found === '' ? claim : `${claim}\n${found}`]),
    ),
    '',
    'What is gone: rows that named the person, their chat or its key.',
    indent(
      alignTable([
        ['TABLE', 'BEFORE', 'AFTER'],
        ...gone.map((each) => [each.table, `${each.before}`, `${each.after}`]),
      ]),
    ),
    '',
    'What stays: that a use of the code was spent, and when. No row names the person.',
    ...stays.map(({ table, row }) => indent(`${table}: ${printable(JSON.stringify(row))}`)),
    '',
    ...leftInWords(proof),
    verdict(proof),
  ].join('\n');
}

function modelInWords(model: string | null): string {
  return model === null
    ? 'The demo assistant of this server answered: the message went nowhere else.'
    : `The message was sent to the model at ${printable(model)}, as every message is. What is kept there, Foyer cannot see.`;
}

function inWords(holds: boolean | null): string {
  return holds === null ? 'not seen' : holds ? 'yes' : 'NO';
}

function leftInWords({ leftInFiles: left }: Proof): string[] {
  if (!left || left.browserName + left.wrappedKey === 0) return [];
  const places = [
    ...(left.browserName > 0 ? [`the name of the browser (in ${counted(left.browserName, 'file')})`] : []),
    ...(left.wrappedKey > 0 ? [`the key of the chat, wrapped (in ${counted(left.wrappedKey, 'file')})`] : []),
  ];
  return [
    `Until the database writes over it, its files still hold ${places.join(' and ')}. The key can be opened only with the`,
    'cookie, which the browser has forgotten.',
    '',
  ];
}

function verdict({ isProven, claims }: Proof): string {
  if (!isProven) return 'NOT AS PROMISED: see where it says NO.';
  const unseen = claims.filter(({ holds }) => holds === null).length;
  if (unseen === 0) return 'All is as promised.';
  return `All that could be looked at is as promised; ${counted(unseen, 'thing')} could not be looked at.`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
