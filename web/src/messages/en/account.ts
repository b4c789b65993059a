import { format } from '../current-format.ts';

/** The account page of a member. */
export const account = {
  title: 'Account',
  toConsole: 'Open the console',
  linked: (provider: string) => `${provider} is linked.`,
  language: 'For these pages, and for the emails that we send you.',
  email: {
    notConfirmed: ' (not confirmed yet)',
    mailSent: (address: string) =>
      `We sent a link to ${address}. Your address changes when you open it. Until then the address above stays.`,
    label: 'New email',
    button: 'Change email',
    withoutMail: 'It can’t be changed: email isn’t set up here.',
  },
  password: {
    none: 'You have none yet. You log in with a provider.',
    done: 'Your new password is set. All other sessions have ended.',
    current: 'Current password',
    button: 'Change password',
  },
  logins: {
    title: 'Ways to log in',
    linkAnother: 'Link another login to have a second way to log in.',
    withEmail: 'With your email',
    linkedOn: (time: number) => `Linked on ${format.day(time)}`,
    unlink: 'Unlink',
    unlinkProvider: (provider: string) => `Unlink ${provider}`,
    link: (provider: string) => `Link ${provider}`,
  },
  sessions: {
    title: 'Sessions',
    since: (time: number) => `Since ${format.moment(time)}`,
    thisDevice: 'This device, active now',
    lastActive: (time: number) => `Last active ${format.moment(time)}`,
    logOut: 'Log out',
    /** Follows *Log out*, for screen readers. */
    ofDevice: (device: string) => ` the session on ${device}`,
    unknownDevice: 'Unknown device',
    logOutOthers: 'Log out all others',
    none: 'You aren’t logged in anywhere else.',
  },
  data: {
    title: 'Your data',
    text: 'Everything we store about you, including your chats, as one JSON file.',
    button: 'Download my data',
  },
  remove: {
    title: 'Delete account',
    text: 'Your account and all your chats are deleted for good.',
    button: 'Delete my account',
    question: 'Delete your account?',
    warning: (email: string) =>
      `Your account, ${email}, and all your chats are deleted for good, on all devices.`,
    keep: 'Keep it',
    confirm: 'Delete everything',
  },
  confirm: {
    title: 'Confirm that it is you',
    byPassword: 'You logged in a while ago. Enter your password to continue.',
    byLogin: 'You logged in a while ago. Log in again to continue. You come back to this page.',
    logInAgain: (provider: string) => `Log in again with ${provider}`,
    button: 'Confirm',
  },
};
