import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'Paneli ya usimamizi',
    codes: 'Misimbo',
    batches: 'Makundi',
    people: 'Watu',
    use: 'Matumizi',
    settings: 'Mipangilio',
    audit: 'Rekodi ya shughuli',
  },
  toChat: 'Mazungumzo',
  notOperator: {
    title: 'Ukurasa huu ni wa wasimamizi',
    text: (email) =>
      `Umeingia kama ${email}, na akaunti hii si ya msimamizi. Waombe wasimamizi wa tovuti hii wakufanye msimamizi.`,
  },
  states: {
    open: 'Wazi',
    notYet: 'Bado',
    usedUp: 'Umekwisha',
    ended: 'Muda umeisha',
    revoked: 'Umebatilishwa',
  },
  kinds: { login: 'Mgeni', registration: 'Akaunti' },
  firstPage: 'Ukurasa wa kwanza',
  nextPage: 'Ukurasa unaofuata',
  nothingFound: 'Hakuna kinacholingana.',
  clearFilters: 'Ondoa vichujio',
  moreFilters: 'Vichujio zaidi',
  fewerFilters: 'Vichujio vichache',
  more: 'Zaidi',
  save: 'Hifadhi',
  never: 'Haujawahi',
  downloadCsv: 'Pakua CSV',
  confirm: {
    title: 'Thibitisha kuwa ni wewe',
    text: 'Uliingia muda mrefu uliopita. Andika nenosiri lako ili kuendelea.',
    textWithCode: 'Andika nenosiri lako, na msimbo unaoonyeshwa na programu yako.',
    code: 'Msimbo wa programu yako, au msimbo wa kurejesha',
    button: 'Endelea',
    passwordMissing: 'Andika nenosiri lako.',
  },
  warnings: {
    label: 'Tahadhari',
    codesStopped:
      'Misimbo yote imesimamishwa. Hakuna anayeweza kuingia kwa msimbo hadi uiruhusu misimbo tena.',
    toSettings: 'Fungua mipangilio',
    toCode: 'Fungua msimbo',
    codeLow: (label, left) =>
      format.plural(left, {
        one: `${label}: imebaki nafasi moja.`,
        other: `${label}: zimebaki nafasi ${format.number(left)}.`,
      }),
    codeEnds: (label, when) => `${label}: muda utaisha ${when}.`,
    aCode: 'Msimbo mmoja',
    aBatch: 'Kundi moja',
    toBatch: 'Fungua kundi',
    batchEnds: (label, codes, when) =>
      format.plural(codes, {
        one: `${label}: muda utaisha ${when}, na msimbo mmoja haujatumika.`,
        other: `${label}: muda utaisha ${when}, na misimbo ${format.number(codes)} haijatumika.`,
      }),
    defaultLogin:
      'Msimbo wa kawaida wa wageni haumruhusu mtu yeyote kwa sasa. “Endelea kama mgeni” imefungwa.',
    defaultRegistration: 'Msimbo wa kawaida wa usajili haumruhusu mtu yeyote kwa sasa.',
    refusedTries: (count, minutes) =>
      `Misimbo isiyo sahihi ${format.number(count)} imejaribiwa katika ${format.duration(minutes * 60_000)} zilizopita. Huenda mtu anabahatisha.`,
    ignoredSetting: (name) => `Mpangilio uliohifadhiwa ${name} si sahihi na unapuuzwa.`,
    more: (count) =>
      format.plural(count, {
        one: 'Tahadhari moja zaidi',
        other: `Tahadhari ${format.number(count)} zaidi`,
      }),
  },
  chart: {
    asTable: 'Onyesha kama jedwali',
    asChart: 'Onyesha kama chati',
    day: 'Siku',
    summary: (title, first, last, total, lastValue) =>
      `${title}, kuanzia ${first} hadi ${last}: ${format.number(total)} kwa jumla, ${format.number(lastValue)} siku ya mwisho`,
    today: (value) => `${format.number(value)} leo`,
    on: (value, day) => `${format.number(value)} tarehe ${day}`,
  },
};
