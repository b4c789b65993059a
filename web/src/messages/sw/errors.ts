import type { Messages } from '../texts.ts';

export const errors: Messages['errors'] = {
  INVITATION_CODE_REQUIRED: 'Andika kwanza msimbo wako.',
  INVITATION_CODE_INVALID:
    'Msimbo huu haufai. Angalia jinsi ulivyoandikwa. Kama ni sawa, basi umekwisha kutumika au muda wake umepita: muombe mtu aliyekupa akupe mpya.',
  INVITATION_CODE_WRONG_KIND: 'Msimbo huu ni wa kitu kingine.',
  LOGIN_CODES_DISABLED: 'Misimbo ya mwaliko kwa wageni imezimwa hapa.',
  REGISTRATION_DISABLED: 'Usajili umefungwa. Kama una akaunti, ingia.',
  ALREADY_SIGNED_IN: 'Tayari umeingia.',
  NOT_SIGNED_IN: 'Kipindi chako kimeisha. Ingia ili kuendelea.',
  TOO_MANY_TRIES: 'Majaribio ni mengi mno kutoka kwenye mtandao wako. Tafadhali subiri kidogo.',
  TOO_MANY_GUESTS: 'Watu wengi wanaingia sasa hivi. Utaingia nafasi ikipatikana.',
  INVALID_INPUT: 'Tafadhali angalia fomu.',
  INVALID_EMAIL: 'Andika barua pepe kamili, kama ada@example.org.',
  INVALID_EMAIL_OR_PASSWORD: 'Barua pepe au nenosiri si sahihi.',
  PASSWORD_TOO_SHORT: 'Nenosiri hili ni fupi mno. Tumia angalau herufi 8.',
  PASSWORD_TOO_LONG: 'Nenosiri hili ni refu mno. Tumia herufi zisizozidi 128.',
  PASSWORD_TOO_COMMON: 'Nenosiri hili hutumiwa na watu wengi. Chagua lingine.',
  ACCOUNT_BLOCKED: 'Akaunti hii imefungwa. Waulize waliokualika.',
  LAST_OPERATOR: 'Huyu ndiye msimamizi wa mwisho. Ongeza kwanza msimamizi mwingine.',
  USER_ALREADY_EXISTS: 'Tayari kuna akaunti yenye barua pepe hii.',
  EMAIL_NOT_VERIFIED:
    'Thibitisha kwanza barua pepe yako. Fungua kiungo kilicho kwenye barua pepe tuliyokutumia.',
  MAIL_OFF: 'Huduma ya barua pepe haijawekwa hapa. Omba msaada kwa wasimamizi wa tovuti hii.',
  LINK_INVALID: 'Kiungo hiki hakifanyi kazi tena. Huenda kimeshatumika, au ni cha zamani mno.',
  MAIL_CODE_INVALID:
    'Msimbo huu haufai kwa barua pepe hii. Unafanya kazi kwa dakika 15, na kwa majaribio matano. Unaweza kuomba barua pepe mpya.',
  CONVERSION_OFF: 'Wageni hawawezi kufungua akaunti hapa. Omba akaunti kwa wasimamizi wa tovuti hii.',
  ACCOUNT_EXISTS: 'Tayari kuna akaunti yenye barua pepe hii. Ingia kwa akaunti hiyo.',
  NO_ACCOUNT: 'Bado hakuna akaunti ya njia hii ya kuingia. Fungua moja kwanza, au ingia kwa njia nyingine.',
  NOT_A_GUEST: 'Tayari una akaunti. Pakia ukurasa huu upya ili kuendelea.',
  NOT_A_MEMBER: 'Ni watu wenye akaunti tu wanaoweza kufanya hivi.',
  CONFIRM_IDENTITY: 'Hakuna kilichobadilishwa. Thibitisha kwanza kuwa ni wewe.',
  WRONG_PASSWORD: 'Nenosiri hilo si sahihi. Hakuna kilichobadilishwa.',
  LAST_LOGIN: 'Hii ndiyo njia yako pekee ya kuingia. Weka nenosiri kwanza, au unganisha huduma nyingine.',
  PROVIDER_UNKNOWN: () => 'Njia hii ya kuingia haipo hapa. Chagua nyingine.',
  PROVIDER_DENIED: (provider) =>
    `Kuingia kupitia ${provider} kumekataliwa au kumeghairiwa. Jaribu tena, au ingia kwa njia nyingine.`,
  PROVIDER_FAILED: (provider) =>
    `Kuingia kupitia ${provider} hakukufanikiwa. Jaribu tena baada ya muda mfupi, au ingia kwa njia nyingine.`,
  PROVIDER_NO_EMAIL: (provider) =>
    `Hakuna barua pepe iliyopatikana kupitia ${provider}. Iruhusu itolewe, au ingia kwa njia nyingine.`,
  PROVIDER_NOT_LINKED: (provider) =>
    `Tayari kuna akaunti yenye barua pepe hii, lakini haijaunganishwa ili kuingia kupitia ${provider}. Ingia kama kawaida. Kisha unaweza kuiunganisha kwenye ukurasa wa akaunti yako.`,
  PROVIDER_TAKEN: (provider) =>
    `Njia yako ya kuingia kupitia ${provider} ni ya akaunti nyingine hapa. Tumia nyingine.`,
  FOREIGN_ORIGIN: 'Ukurasa huu umefunguliwa kwa anwani ambayo seva haiikubali.',
  NOT_FOUND: 'Ukurasa haupo.',
  KEY_GONE: 'Mazungumzo yako hayawezi kufunguliwa tena kwenye kivinjari hiki.',
  CHAT_NOT_FOUND: 'Mazungumzo haya hayapo. Huenda yamefutwa.',
  MESSAGE_TOO_LONG: 'Ujumbe huu ni mrefu mno. Ufupishe kisha utume tena.',
  MESSAGE_TOO_LONG_FOR_MODEL:
    'Ujumbe huu ni mrefu mno kwa modeli. Ufupishe kisha utume tena, au anza mazungumzo mapya.',
  TOO_MANY_MESSAGES: 'Umefikia kikomo cha ujumbe kwa sasa. Unaweza kuandika tena baadaye.',
  TOO_MANY_CHATS: 'Umefikia kikomo cha mazungumzo. Futa yale usiyoyahitaji tena.',
  CHAT_FULL: 'Mazungumzo haya yamejaa. Anza mapya ili kuendelea.',
  STORAGE_SPENT:
    'Mazungumzo yako yamefikia kikomo cha maandishi. Futa mazungumzo usiyoyahitaji tena, kisha tuma ujumbe wako upya.',
  TOO_MANY_STREAMS:
    'Mazungumzo haya yamefunguliwa mahali pengi mno. Funga baadhi ya vichupo au madirisha, kisha jaribu tena.',
  MODEL_CALLS_SPENT: 'Msaidizi amefikia kikomo cha majibu ya leo. Tafadhali rudi baadaye.',
  MESSAGES_SPENT:
    'Kwa sasa umetumia ujumbe wote wa mwaliko wako. Bado unaweza kusoma na kunakili mazungumzo yako.',
  BUDGET_SPENT:
    'Majibu yote ya mwaliko huu yamekwisha. Bado unaweza kusoma na kunakili mazungumzo yako. Ili kuendelea, muombe mtu aliyekupa msimbo akupe mwingine.',
  TIME_OVER: 'Muda wako umeisha. Ulichoandika kimefutwa.',
  ROOM_FULL: 'Nafasi zote zimejaa kwa sasa. Mtu akitoka, utapata nafasi.',
  CODES_STOPPED:
    'Misimbo yote ya mwaliko imesimamishwa kwa sasa. Jaribu tena baadaye, au muulize mtu aliyekupa msimbo.',
  SECOND_FACTOR_REQUIRED:
    'Andika msimbo unaoonyeshwa na programu yako ya uthibitishaji, au msimbo wa kurejesha.',
  SECOND_FACTOR_WRONG:
    'Msimbo huu si sahihi. Andika ule ambao programu yako inaonyesha sasa, au msimbo wa kurejesha ambao haujatumika.',
  REPLY_RUNNING: 'Jibu bado linaandikwa. Lisubiri, au lisimamishe.',
  MODEL_FAILED: 'Msaidizi hakuweza kujibu. Swali lako limehifadhiwa.',
  MODEL_BUSY: 'Modeli ina kazi nyingi mno sasa hivi. Swali lako limehifadhiwa.',
  OVERLOADED: 'Kuna watu wengi sana hapa sasa hivi. Tafadhali jaribu tena baada ya muda mfupi.',
  DATABASE_AWAY: 'Seva haiwezi kufikia hifadhidata yake. Tafadhali jaribu tena baada ya muda mfupi.',
  STORAGE_FULL:
    'Seva haina nafasi ya kuhifadhi tena. Tafadhali waambie wasimamizi wa tovuti hii, na ujaribu tena baadaye.',
  NOTHING_TO_RETRY: 'Hakuna swali la kujibu tena.',
  CHAT_MOVED_ON: 'Mazungumzo haya yameendelea kwenye kichupo kingine. Pakia ukurasa upya.',
  MAIL_CODE_MISSING: 'Andika kwanza msimbo ulio kwenye barua pepe.',
  EMAIL_MISSING: 'Andika kwanza barua pepe yako.',
  PASSWORD_MISSING: 'Andika kwanza nenosiri lako.',
  CURRENT_PASSWORD_MISSING: 'Andika kwanza nenosiri lako la sasa.',
  NEW_PASSWORD_MISSING: 'Andika kwanza nenosiri lako jipya.',
  OFFLINE: 'Seva haipatikani. Angalia mtandao wako kisha ujaribu tena.',
  BROKEN: 'Hitilafu imetokea kwenye seva. Tafadhali jaribu tena.',
};

export const cutShort: Messages['cutShort'] = {
  code: 'Sehemu ya msimbo huu haipo. Msimbo kamili unafanana na 7K3M-9QXA-2FV8B. Unakili wote, au muulize mtu aliyekupa.',
  link: 'Sehemu ya msimbo haipo kwenye kiungo chako. Fungua kiungo chote, au muulize mtu aliyekupa.',
};

export const wrongKind: Messages['wrongKind'] = {
  login: 'Huu ni msimbo wa usajili. Unafungua akaunti, lakini hauanzishi mazungumzo bila akaunti.',
  registration: 'Huu ni msimbo wa wageni. Ili kufungua akaunti unahitaji msimbo wa usajili.',
};
