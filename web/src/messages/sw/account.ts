import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'Akaunti',
  toConsole: 'Fungua paneli ya usimamizi',
  linked: (provider) => `${provider} imeunganishwa.`,
  language: 'Kwa kurasa hizi, na kwa barua pepe tunazokutumia.',
  email: {
    notConfirmed: ' (bado haijathibitishwa)',
    mailSent: (address) =>
      `Tumetuma kiungo kwa ${address}. Anwani yako itabadilika ukikifungua. Hadi hapo, anwani iliyo juu itaendelea kutumika.`,
    label: 'Barua pepe mpya',
    button: 'Badilisha barua pepe',
    withoutMail: 'Haiwezi kubadilishwa: huduma ya barua pepe haijawekwa hapa.',
  },
  password: {
    none: 'Bado huna nenosiri. Unaingia kwa kutumia huduma nyingine.',
    done: 'Nenosiri lako jipya limehifadhiwa. Vipindi vingine vyote vimefungwa.',
    current: 'Nenosiri la sasa',
    button: 'Badilisha nenosiri',
  },
  logins: {
    title: 'Njia za kuingia',
    linkAnother: 'Unganisha huduma nyingine ili uwe na njia ya pili ya kuingia.',
    withEmail: 'Kwa barua pepe yako',
    linkedOn: (time) => `Iliunganishwa ${format.day(time)}`,
    unlink: 'Tenganisha',
    unlinkProvider: (provider) => `Tenganisha ${provider}`,
    link: (provider) => `Unganisha ${provider}`,
  },
  sessions: {
    title: 'Vipindi',
    since: (time) => `Tangu ${format.moment(time)}`,
    thisDevice: 'Kifaa hiki, kinatumika sasa',
    lastActive: (time) => `Kilitumika mwisho ${format.moment(time)}`,
    logOut: 'Funga',
    ofDevice: (device) => ` kipindi cha ${device}`,
    unknownDevice: 'Kifaa kisichojulikana',
    logOutOthers: 'Funga vingine vyote',
    none: 'Hujaingia mahali pengine popote.',
  },
  data: {
    title: 'Data yako',
    text: 'Kila kitu tunachohifadhi kukuhusu, pamoja na mazungumzo yako, katika faili moja la JSON.',
    button: 'Pakua data yangu',
  },
  remove: {
    title: 'Futa akaunti',
    text: 'Akaunti yako na mazungumzo yako yote yatafutwa kabisa.',
    button: 'Futa akaunti yangu',
    question: 'Ungependa kufuta akaunti yako?',
    warning: (email) =>
      `Akaunti yako, ${email}, na mazungumzo yako yote yatafutwa kabisa, kwenye vifaa vyote.`,
    keep: 'Iache ibaki',
    confirm: 'Futa kila kitu',
  },
  confirm: {
    title: 'Thibitisha kuwa ni wewe',
    byPassword: 'Uliingia muda mrefu uliopita. Andika nenosiri lako ili kuendelea.',
    byLogin: 'Uliingia muda mrefu uliopita. Ingia tena ili kuendelea. Utarudi kwenye ukurasa huu.',
    logInAgain: (provider) => `Ingia tena kwa ${provider}`,
    button: 'Thibitisha',
  },
};
