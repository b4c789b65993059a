import { format } from '../../../messages/current-format.ts';

const codesOf = (count: number) =>
  format.plural(count, { one: 'one code', other: `${format.number(count)} codes` });

/** The list of codes, and what is done to many of them at once. */
export const codes = {
  title: 'Codes',
  /** Below the title. */
  sums: (codes: number, open: number, remaining: number) => {
    const all = format.plural(codes, { one: 'One code.', other: `${format.number(codes)} codes.` });
    const places = format.plural(remaining, {
      one: 'one place',
      other: `${format.number(remaining)} places`,
    });
    return `${all} ${format.plural(open, { one: 'One is', other: `${format.number(open)} are` })} open, with ${places} left.`;
  },
  make: 'Make codes',
  import: 'Import',
  empty: {
    title: 'No codes yet',
    text: 'Make your first codes, print them as cards, and hand them out.',
  },
  find: 'Find a code, a batch or a label',
  findHint: 'A whole code or a whole label.',
  filters: {
    state: 'State',
    everyState: 'Every state',
    kind: 'Kind',
    everyKind: 'Both kinds',
    batch: 'Batch',
    everyBatch: 'Every batch',
    everyLabel: 'Every label',
    label: 'Label',
    assistant: 'Assistant',
    everyAssistant: 'Every assistant',
    createdFrom: 'Made from',
    createdUntil: 'Made until',
    endsFrom: 'Ends from',
    endsUntil: 'Ends until',
    sort: 'Sort',
    newest: 'Newest first',
    oldest: 'Oldest first',
    endsFirst: 'Ends first',
    endsLast: 'Ends last',
  },
  columns: {
    code: 'Code',
    state: 'State',
    opens: 'Opens, and label',
    used: 'Used',
    until: 'Good until',
    lastUsed: 'Last used',
  },
  used: (used: number, allowed: number) => `${format.number(used)} of ${format.number(allowed)}`,
  from: (day: string) => `from ${day}`,
  notTold: 'Not recorded',
  hiddenCode: 'Hidden code',
  hidden: 'The codes are hidden, since you logged in a while ago.',
  showCodes: 'Show the codes',
  choose: (code: string) => `Choose ${code}`,
  chooseAll: 'Choose all on this page',
  chosen: (count: number) =>
    format.plural(count, { one: 'One code chosen', other: `${format.number(count)} codes chosen` }),
  chooseMatching: (count: number) => `Choose all ${format.number(count)}`,
  chosenRegion: 'Chosen codes',
  unchoose: 'Choose none',
  acts: {
    print: 'Print cards',
    export: 'Export',
    revoke: 'Revoke',
    restore: 'Restore',
    extend: 'Extend',
    relabel: 'Change label',
  },
  counting: 'Counting…',
  revoke: {
    title: (count: number) => `Revoke ${codesOf(count)}?`,
    text: 'Nobody can come in by them any more. People who are in stay.',
    button: (count: number) => `Revoke ${codesOf(count)}`,
    done: (count: number) =>
      format.plural(count, { one: 'One code revoked.', other: `${format.number(count)} codes revoked.` }),
    undone: (count: number) =>
      format.plural(count, { one: 'One code restored.', other: `${format.number(count)} codes restored.` }),
  },
  restore: {
    title: (count: number) => `Restore ${codesOf(count)}?`,
    text: 'They let people in again, as far as they have places and have not ended.',
    button: (count: number) => `Restore ${codesOf(count)}`,
  },
  extend: {
    title: (count: number) => `Extend ${codesOf(count)}?`,
    field: 'Good until',
    hint: 'To the end of this day.',
    button: (count: number) => `Extend ${codesOf(count)}`,
    done: (count: number, until: string) =>
      format.plural(count, {
        one: `One code is good until ${until}.`,
        other: `${format.number(count)} codes are good until ${until}.`,
      }),
  },
  relabel: {
    title: (count: number) => `Label of ${codesOf(count)}`,
    field: 'Label',
    hint: 'Empty: no label.',
    button: (count: number) => `Change ${codesOf(count)}`,
    done: (count: number) =>
      format.plural(count, { one: 'One code changed.', other: `${format.number(count)} codes changed.` }),
  },
  print: {
    title: (count: number) =>
      format.plural(count, { one: 'Print one card', other: `Print ${format.number(count)} cards` }),
    paper: 'Paper',
    sheets: 'Sheets to cut',
    sheetsHint: (sheets: number) =>
      format.plural(sheets, {
        one: 'Ten cards on a page of A4 paper: one page.',
        other: `Ten cards on a page of A4 paper: ${format.number(sheets)} pages.`,
      }),
    single: 'One large card on each page',
    singleHint: 'To put up on a wall.',
    button: 'Download PDF',
    done: 'The PDF is in your downloads. Print it at 100 %.',
    tooMany: (max: number) =>
      `At most ${format.number(max)} cards can be printed at once. Choose fewer codes.`,
  },
  export: {
    title: (count: number) => `Export ${codesOf(count)}`,
    format: 'File',
    text: 'The file has the codes in plain text. Keep it safe.',
    csv: 'CSV, for a spreadsheet',
    jsonl: 'JSON Lines, for programs',
    button: 'Download',
    done: 'The file is in your downloads.',
  },
  nothingToDo: 'This would change none of the chosen codes.',
};
