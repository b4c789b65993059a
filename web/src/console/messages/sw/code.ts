import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, { one: 'mtu mmoja', other: `watu ${format.number(count)}` });
const messagesOf = (count: number) =>
  format.plural(count, { one: 'ujumbe mmoja', other: `ujumbe ${format.number(count)}` });

export const code: ConsoleTexts['code'] = {
  title: (start) => `Msimbo ${start}`,
  back: 'Misimbo yote',
  terms: {
    guests: (allowed, from, until, bold) => [
      'Huruhusu ',
      bold(peopleOf(allowed)),
      format.plural(allowed, {
        one: ' kuzungumza kama mgeni, kuanzia ',
        other: ' kuzungumza kama wageni, kuanzia ',
      }),
      bold(from),
      ' hadi ',
      bold(until),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'Huruhusu ',
      bold(peopleOf(allowed)),
      format.plural(allowed, {
        one: ' kufungua akaunti, kuanzia ',
        other: ' kufungua akaunti, kila mtu yake, kuanzia ',
      }),
      bold(from),
      ' hadi ',
      bold(until),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0
        ? ['Hakuna nafasi iliyobaki. ']
        : [
            format.plural(remaining, { one: 'Imebaki ', other: 'Zimebaki ' }),
            bold(
              format.plural(remaining, { one: 'nafasi moja', other: `nafasi ${format.number(remaining)}` }),
            ),
            '. ',
          ],
    assistant: (name) => `Wanazungumza na ${name}. `,
    messages: (count) => `Kila mtu anaweza kutuma ${messagesOf(count)} kwa jumla. `,
    messagesPerDay: (count) => `Kila mtu anaweza kutuma ${messagesOf(count)} kwa siku. `,
    minutes: (minutes) => `Kila mgeni anaweza kukaa kwa ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) =>
      format.plural(count, {
        one: 'Mtu mmoja tu anaweza kuwa ndani kwa wakati mmoja. ',
        other: `Watu wasiozidi ${format.number(count)} wanaweza kuwa ndani kwa wakati mmoja. `,
      }),
    budget: (tokens) => `Kwa pamoja wanaweza kutumia tokeni ${format.number(tokens)}. `,
    guestsErased: 'Data ya mgeni hufutwa akitoka, au akikaa muda bila kutuma ujumbe.',
    accountsStay: 'Akaunti hubaki hadi zifutwe.',
  },
  facts: {
    batch: 'Kundi',
    label: 'Lebo',
    made: 'Ulitengenezwa',
    madeBy: (when, by) => `${when}, na ${by}`,
    makers: {
      create: 'amri',
      import: 'uletaji wa faili',
      operator: 'msimamizi',
      token: 'tokeni',
    },
    revoked: 'Ulibatilishwa',
    link: 'Kiungo',
    entries: 'Walioingia',
    entriesOf: (entries, converted) => {
      const came = format.plural(entries, { one: 'mara moja', other: `mara ${format.number(entries)}` });
      return converted === 0
        ? came
        : `${came}; ${format.plural(converted, {
            one: 'mmoja amekuwa mwanachama',
            other: `${format.number(converted)} wamekuwa wanachama`,
          })}`;
    },
    peopleIn: 'Walio ndani sasa',
    messages: 'Ujumbe',
    tokens: 'Tokeni',
    language: 'Lugha',
  },
  usesADay: 'Matumizi kwa siku',
  whoCameIn: 'Walioingia',
  entries: {
    when: 'Wakati',
    as: 'Aliingia kama',
    became: 'Amekuwa',
    guest: 'Mgeni',
    member: 'Mwanachama',
  },
  entriesNote: 'Foyer huhesabu mara ambazo watu wameingia. Hairekodi walikuwa nani.',
  oneUse: 'Msimbo huu huruhusu mtu mmoja. Alichofanya mtu huyo hakionyeshwi hapa.',
  noEntries: 'Bado hakuna aliyeingia kwa msimbo huu.',
  history: 'Historia',
  copyLink: 'Nakili kiungo',
  print: 'Chapisha kadi',
  room: 'Onyesha ukumbini',
  roomLink: 'Kiungo cha mtu asiye na akaunti',
  roomLinkHint: 'Huonyesha skrini ya ukumbi tu, hadi muda wa msimbo uishe.',
  revoke: 'Batilisha msimbo huu',
  restore: 'Rejesha msimbo huu',
  revokeQuestion: {
    title: 'Ungependa kubatilisha msimbo huu?',
    text: 'Hakuna atakayeweza kuingia kwa msimbo huu tena. Watu walio ndani watabaki.',
  },
  revoked: 'Msimbo umebatilishwa.',
  restored: 'Msimbo umerejeshwa.',
  edit: {
    button: 'Badilisha masharti',
    title: 'Badilisha masharti',
    saved: 'Masharti yamebadilishwa. Yanatumika mara moja.',
    nothing: 'Hakuna kilichobadilishwa.',
    loadAgain: 'Pakia upya',
    allowed: (from, to, used) =>
      to > from
        ? format.plural(to - from, {
            one: 'Mtu mmoja zaidi ataweza kuingia.',
            other: `Watu ${format.number(to - from)} zaidi wataweza kuingia.`,
          })
        : format.plural(Math.max(0, to - used), {
            one: 'Mtu mmoja bado ataweza kuingia.',
            other: `Watu ${format.number(Math.max(0, to - used))} bado wataweza kuingia.`,
          }),
    until: (day) => `Watu wapya wataweza kuingia hadi ${day}. Watu walio ndani watabaki ndani.`,
    from: (day) => `Watu wapya wataweza kuingia kuanzia ${day}.`,
    limits: 'Vikomo vipya vinatumika mara moja, hata kwa watu walio ndani.',
    minutes: 'Dakika mpya ni kwa watu watakaoingia kuanzia sasa.',
    assistant: 'Mazungumzo mapya yataanza na msaidizi mpya. Yaliyopo yatabaki na msaidizi wake.',
    belowUsed: (used) =>
      format.plural(used, {
        one: 'Mtu mmoja ameshaingia. Atabaki, lakini hakuna mwingine atakayeweza kuingia.',
        other: `Watu ${format.number(used)} wameshaingia. Watabaki, lakini hakuna mwingine atakayeweza kuingia.`,
      }),
  },
};
