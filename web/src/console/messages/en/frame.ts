import { format } from '../../../messages/current-format.ts';

/** The frame of the console, and what several of its pages share. */
export const frame = {
  tabs: {
    label: 'Console',
    codes: 'Codes',
    batches: 'Batches',
    people: 'People',
    use: 'Use',
    settings: 'Settings',
    audit: 'Audit log',
  },
  toChat: 'Chat',
  notOperator: {
    title: 'This page is for operators',
    text: (email: string) =>
      `You are logged in as ${email}, and this account is no operator. Ask somebody who runs this site to make you one.`,
  },
  states: {
    open: 'Open',
    notYet: 'Not yet',
    usedUp: 'Used up',
    ended: 'Ended',
    revoked: 'Revoked',
  },
  kinds: { login: 'Guest', registration: 'Account' },
  firstPage: 'First page',
  nextPage: 'Next page',
  nothingFound: 'Nothing matches.',
  clearFilters: 'Clear filters',
  moreFilters: 'More filters',
  fewerFilters: 'Fewer filters',
  more: 'More',
  save: 'Save',
  never: 'Never',
  downloadCsv: 'Download CSV',
  confirm: {
    title: 'Confirm that it is you',
    text: 'You logged in a while ago. Enter your password to continue.',
    textWithCode: 'Enter your password, and the code that your app shows.',
    code: 'Code from your app, or a recovery code',
    button: 'Continue',
    passwordMissing: 'Enter your password.',
  },
  warnings: {
    label: 'Warnings',
    codesStopped: 'All codes are stopped. Nobody can come in by a code until you start them again.',
    toSettings: 'Open the settings',
    toCode: 'Open the code',
    codeLow: (label: string, left: number) =>
      format.plural(left, {
        one: `${label} has one place left.`,
        other: `${label} has ${format.number(left)} places left.`,
      }),
    codeEnds: (label: string, when: string) => `${label} ends ${when}.`,
    aCode: 'A code',
    aBatch: 'A batch',
    toBatch: 'Open the batch',
    batchEnds: (label: string, codes: number, when: string) =>
      format.plural(codes, {
        one: `${label} ends ${when}, and one of its codes is not used.`,
        other: `${label} ends ${when}, and ${format.number(codes)} of its codes are not used.`,
      }),
    defaultLogin: 'The default login code admits nobody now. Continue as Guest is closed.',
    defaultRegistration: 'The default registration code admits nobody now.',
    refusedTries: (count: number, minutes: number) =>
      `${format.number(count)} wrong codes were tried in the last ${format.duration(minutes * 60_000)}. Somebody may be guessing.`,
    ignoredSetting: (name: string) => `The stored setting ${name} is not valid and is ignored.`,
    more: (count: number) =>
      format.plural(count, { one: 'One more warning', other: `${format.number(count)} more warnings` }),
  },
  chart: {
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
    day: 'Day',
    /** For screen readers. */
    summary: (title: string, first: string, last: string, total: number, lastValue: number) =>
      `${title}, from ${first} to ${last}: ${format.number(total)} in all, ${format.number(lastValue)} on the last day`,
    today: (value: number) => `${format.number(value)} today`,
    on: (value: number, day: string) => `${format.number(value)} on ${day}`,
  },
};
