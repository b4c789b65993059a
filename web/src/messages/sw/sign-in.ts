import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const signIn: Messages['signIn'] = {
  landing: {
    title: 'Mazungumzo na akili bandia, kwa mwaliko',
    lead: 'Umealikwa kuzungumza na msaidizi wa akili bandia.',
    leadOf: (house) => `${house} inakualika kuzungumza na msaidizi wa akili bandia.`,
    asGuest: 'Huhitaji akaunti. Mazungumzo yako hufutwa ukitoka.',
    orKeep: 'au hifadhi mazungumzo yako',
    withAccount: 'Mazungumzo yako hubaki kwenye akaunti yako hadi uyafute.',
  },
  continueAsGuest: 'Endelea kama mgeni',
  guestAccessClosed: 'Nafasi ya wageni imefungwa kwa sasa',
  guestAccessJustClosed: 'Nafasi ya wageni imefungwa kwa sasa. Tafadhali jaribu tena baadaye, au ingia.',
  login: {
    withoutAccount: 'Bila akaunti',
    haveCode: 'Nina msimbo wa mwaliko',
    orWithAccount: 'au kwa akaunti yako',
    newAddress: 'Ingia kwa barua pepe na nenosiri ulilotumia sasa hivi. Huko unaweza kubadilisha barua pepe.',
    forgotPassword: 'Umesahau nenosiri?',
    forgotWithoutMail: 'Huduma ya barua pepe haijawekwa hapa. Omba msaada kwa wasimamizi wa tovuti hii.',
    registerWithCode: 'Jisajili kwa msimbo huu',
  },
  invited: {
    title: 'Umealikwa',
    text: 'Utaingia kama mgeni. Huhitaji akaunti. Mazungumzo yako hufutwa ukitoka.',
    otherWays: 'Njia nyingine za kuingia',
  },
  waiting: {
    title: 'Tafadhali subiri kidogo',
    text: 'Utaingizwa moja kwa moja. Acha ukurasa huu wazi.',
    otherWays: 'Njia nyingine za kuingia',
    full: 'Nafasi zote zimejaa',
    fullText: 'Utaingizwa mara mtu akitoka. Acha ukurasa huu wazi.',
    ended: 'Msimbo huu umeisha ulipokuwa ukisubiri.',
  },
  timeOver: {
    title: 'Muda wako umeisha',
    text: 'Ulichoandika kimefutwa, hapa na kwenye seva.',
    more: 'Kama unahitaji muda zaidi, muulize mtu aliyekupa msimbo.',
    button: 'Nenda ukurasa wa mwanzo',
  },
  unusableLink:
    'Msimbo ulio kwenye kiungo chako haufai. Huenda umekwisha kutumika au muda wake umepita. Muombe mtu aliyekupa akupe mpya.',
  linkUnchecked: (why) => `Msimbo ulio kwenye kiungo chako haukuweza kuangaliwa. ${why}`,
  signedOut: {
    ended: 'Kipindi chako kimeisha. Ingia ili kuendelea.',
    guestEnded: (ttlMs) =>
      `Kipindi chako kimeisha. Mazungumzo yako ya mgeni hufutwa kabla ya ${format.duration(ttlMs)} kupita tangu ulipotembelea mara ya mwisho.`,
    loginNeeded: 'Ingia ili kuendelea.',
    deleted: 'Akaunti yako na mazungumzo yako yote yamefutwa.',
  },
};
