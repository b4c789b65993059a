import type { Proof } from '@foyer/server/prove-erasure';
import { shortTime } from '../terminal/format.ts';
import { alignTable, counted, printable } from '../terminal/table.ts';

export function proofInWords(proof: Proof): string {
  const { at, database, server, mark, claims, gone, stays } = proof;
  const where = server.isOwn
    ? 'with a server that was started for this proof'
    : `with the server at ${server.address}`;
  return [
    `Proof of erasure, ${shortTime(at)}, ${where}, on ${database}.`,
    '',
    'A person entered with a code for one use, without a name or an address, and wrote one message. It contained a mark',
    `that exists nowhere else: ${mark}.`,
    describeModel(proof.model),
    '',
    alignTable(
      claims.map(({ claim, holds, found }) => [answerTo(holds), found === '' ? claim : `${claim}\n${found}`]),
    ),
    '',
    'What is gone: the rows that named the person, their chat or its key.',
    indent(
      alignTable([
        ['TABLE', 'BEFORE', 'AFTER'],
        ...gone.map((each) => [each.table, `${each.before}`, `${each.after}`]),
      ]),
    ),
    '',
    'What stays: one use of the code was spent, and when. No row names the person.',
    ...stays.map(({ table, row }) => indent(`${table}: ${printable(JSON.stringify(row))}`)),
    '',
    ...describeLeftovers(proof),
    verdict(proof),
  ].join('\n');
}

function describeModel(model: string | null): string {
  return model === null
    ? 'The demo assistant of this server answered: the message went nowhere else.'
    : `The message was sent to the model at ${printable(model)}, like every message. Foyer cannot see what is stored there.`;
}

function answerTo(holds: boolean | null): string {
  return holds === null ? 'not checked' : holds ? 'yes' : 'NO';
}

function describeLeftovers({ leftInFiles: left }: Proof): string[] {
  if (!left || left.browserName + left.wrappedKey === 0) return [];
  const places = [
    ...(left.browserName > 0 ? [`the name of the browser (in ${counted(left.browserName, 'file')})`] : []),
    ...(left.wrappedKey > 0 ? [`the key of the chat, wrapped (in ${counted(left.wrappedKey, 'file')})`] : []),
  ];
  return [
    `Until the database overwrites them, its files still contain ${places.join(' and ')}. Only the cookie`,
    'can open the key, and the browser has deleted it.',
    '',
  ];
}

function verdict({ isProven, claims }: Proof): string {
  if (!isProven) return 'NOT AS PROMISED: see the lines with NO.';
  const unseen = claims.filter(({ holds }) => holds === null).length;
  if (unseen === 0) return 'Everything is as promised.';
  return `Everything that could be checked is as promised. ${counted(unseen, 'claim')} could not be checked.`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
