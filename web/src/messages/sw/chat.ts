import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, { one: 'ujumbe 1', other: `ujumbe ${format.number(messages)}` });

export const chat: Messages['chat'] = {
  title: 'Mazungumzo',
  newChat: 'Mazungumzo mapya',
  chats: 'Mazungumzo',
  thisChat: 'Mazungumzo haya',
  skip: 'Nenda kwenye mazungumzo',
  close: 'Funga',
  with: (name) => `pamoja na ${name}`,
  guest: {
    label: 'Kuhusu ziara hii',
    who: 'Wewe ni mgeni.',
    loss: 'Mazungumzo yako hufutwa ukitoka.',
    lossWithBrowser: 'Utapoteza mazungumzo yako ukitoka au ukifunga kivinjari.',
    byShift: 'Kubonyeza Shift mara tatu pia huyafuta, na huonyesha tovuti nyingine.',
  },
  accountReady: 'Akaunti yako iko tayari, na mazungumzo yako yamekuja nawe.',
  loggedIn: 'Umeingia, na mazungumzo yako yamekuja nawe.',
  welcome: 'Ungependa kuzungumza kuhusu nini?',
  beginnings: 'Unaweza kuanza na',
  help: 'Msaada',
  expect: {
    with: (name) => `Pamoja na ${name}, msaidizi wa akili bandia.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} kwa siku`;
      const until = endsAt !== null && `muda hadi ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `Una ${parts.join(', ')}.`;
    },
    kept: 'Mazungumzo yako yatabaki hadi uyafute.',
    deleted: 'Unachoandika kitafutwa ukitoka.',
    deletedAtEnd: 'Hufutwa muda wako ukiisha, au ukitoka.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `Hakuna ujumbe uliobaki kwa leo. Unaweza kuandika tena kuanzia ${format.clock(dayEndsAt)}.`;
      if (left === 0) return 'Hakuna ujumbe uliobaki. Bado unaweza kusoma na kunakili mazungumzo yako.';
      return isToday ? `Umebakiza ${countOf(left)} kwa leo.` : `Umebakiza ${countOf(left)}.`;
    },
    ends: (at) => `Muda wako unaisha ${format.clock(at)}.`,
    endsSoon: (at) =>
      `Zimebaki chini ya dakika 5. Muda wako unaisha ${format.clock(at)}, na ulichoandika kitafutwa.`,
  },
  save: { button: 'Hifadhi mazungumzo yangu', fileName: 'mazungumzo.md', replyFileName: 'jibu.md' },
  shortcuts: {
    title: 'Mikato ya kibodi',
    button: 'Mikato',
    escape: 'Esc',
    letters: 'Tumia mikato ya herufi moja',
    names: {
      newChat: 'Mazungumzo mapya',
      search: 'Tafuta kwenye mazungumzo',
      write: 'Andika ujumbe',
      copy: 'Nakili jibu la mwisho',
      stop: 'Simamisha jibu',
      list: 'Orodha hii',
    },
  },
  roomFull: {
    title: 'Nafasi zote zimejaa',
    text: 'Ulikuwa mbali kwa muda, na mtu mwingine amechukua nafasi yako. Utaingia tena nafasi ikipatikana. Acha ukurasa huu wazi.',
    kept: 'Mazungumzo yako yamehifadhiwa.',
  },
  list: {
    empty: 'Bado hakuna mazungumzo.',
    guest: 'Mgeni',
    account: 'Akaunti',
    options: (title) => `Chaguo za ${title}`,
    rename: 'Badilisha jina',
    remove: 'Futa',
    renameTitle: 'Badilisha jina la mazungumzo haya',
    renameLabel: 'Kichwa',
    save: 'Hifadhi',
    removed: (title) => `“${title}” yamefutwa.`,
    today: 'Leo',
    yesterday: 'Jana',
    earlier: 'Awali',
    earlierChats: 'Mazungumzo ya awali',
    erased: 'Hufutwa ukitoka',
    search: 'Tafuta kwenye mazungumzo',
    searching: 'Inatafuta…',
    found: (count) =>
      count === 0
        ? 'Hakuna kilichopatikana'
        : format.plural(count, {
            one: 'Pamepatikana mahali 1',
            other: `Pamepatikana mahali ${format.number(count)}`,
          }),
  },
  link: {
    text: 'Tayari umeingia. Msimbo ulio kwenye kiungo chako haukutumika. Toka kwanza ili uutumie.',
    orCreateWith: (link) => [
      'Au fungua akaunti kwa msimbo huo: mazungumzo yako yatabaki. ',
      link('Fungua akaunti kwa msimbo'),
    ],
    orCreateWithout: (link) => [
      'Au fungua akaunti bila msimbo huo: mazungumzo yako yatabaki. ',
      link('Fungua akaunti bila msimbo'),
    ],
    logOutFirst: 'Toka kwanza',
    dismiss: 'Ficha',
    separator: ' · ',
  },
  keyGone: {
    title: 'Mazungumzo yako hayawezi kufunguliwa tena',
    why: 'Kivinjari hiki pekee kiliweza kuyafungua, kwa kuki ambayo haipo tena. Huenda imefutwa au imezuiwa. Hakuna mtu mwingine anayeweza kuyasoma pia.',
    what: 'Bado wewe ni mgeni hapa. Unaweza kuanza upya: mazungumzo ya zamani yatafutwa kabisa.',
    button: 'Anza upya',
  },
  thread: {
    you: 'Wewe',
    assistant: 'Msaidizi',
    writing: 'Anaandika…',
    thinking: 'Anafikiri…',
    thoughts: 'Mawazo',
    silent: 'Modeli ina kazi nyingi au bado inapakia. Inaweza kuchukua dakika chache.',
    leftOut:
      'Mazungumzo haya ni marefu kuliko modeli inavyoweza kusoma. Haioni tena baadhi ya ujumbe wa awali.',
    continue: 'Endelea',
    isWriting: 'Msaidizi anaandika.',
    hasFinished: 'Msaidizi amemaliza.',
    stopped: 'Imesimamishwa kabla ya mwisho.',
    interrupted: 'Imekatizwa kabla ya mwisho.',
    failed: 'Msaidizi hakuweza kumaliza.',
    endings: {
      length: 'Jibu limefikia urefu wa juu ambao modeli inaweza kuandika.',
      filter: 'Kichujio cha modeli kimekatisha jibu hili.',
      refusal: 'Modeli imekataa kujibu hili.',
      tools: 'Modeli ilijaribu kutumia zana ambayo haina hapa.',
      thinking: 'Modeli ilitumia urefu wake wote kufikiri na haikuandika jibu.',
    },
    unanswered: 'Swali hili halina jibu.',
    code: 'Msimbo wa programu',
    table: 'Jedwali',
    saveReply: 'Hifadhi kama Markdown',
    print: 'Chapisha',
    toEnd: 'Nenda mwisho',
    earlier: 'Ujumbe wa awali',
    picture: 'Picha',
    startNewChat: 'Anza mazungumzo mapya',
  },
  composer: {
    label: 'Ujumbe',
    placeholder: 'Andika ujumbe',
    send: 'Tuma',
    stop: 'Simamisha',
    length: (count, limit) => `Herufi ${format.number(count)} kati ya ${format.number(limit)}`,
    offline: 'Huna mtandao. Unachoandika kitabaki hapa wakati ukurasa huu uko wazi.',
    demo: 'Msaidizi wa maonyesho, bado si akili bandia halisi.',
    canBeWrong: (name) => `${name ?? 'Msaidizi'} anaweza kukosea.`,
  },
};
