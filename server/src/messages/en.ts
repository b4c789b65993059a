export type Paragraph = string | { link: string; label: string };
export type Email = { subject: string; paragraphs: Paragraph[] };
export type LinkTo = { site: string; link: string };
/** A code to type, and the page where it is typed. */
export type Typed = { code: string; page: string };
export type LinkAndCode = LinkTo & Typed;

/** The letters. Another language is another object of type `Messages`. */
export const en = {
  confirmAddress: ({ site, link, code, page }: LinkAndCode): Email => ({
    subject: `Confirm your email address for ${site}`,
    paragraphs: [
      `Someone created an account at ${site} with this email address. If it was you, please confirm it:`,
      { link, label: 'Confirm email address' },
      ...instead({ code, page }),
      'The link works for a day. If it was not you, ignore this email: the account cannot be used without it.',
    ],
  }),
  confirmNewAddress: ({ site, link, code, page }: LinkAndCode): Email => ({
    subject: `Confirm your new email address for ${site}`,
    paragraphs: [
      `You asked to change the email address of your account at ${site} to this one. Please confirm it:`,
      { link, label: 'Confirm email address' },
      ...instead({ code, page }),
      'The link works for a day. If it was not you, ignore this email: nothing will change.',
    ],
  }),
  addressChanged: ({ site, link }: LinkTo): Email => ({
    subject: `Your email address at ${site} was changed`,
    paragraphs: [
      `The email address of your account at ${site} was changed. This address is no longer used for it.`,
      'If it was not you, contact the people who run this site at once:',
      { link, label: link },
    ],
  }),
  newPassword: ({ site, link, code, page }: LinkAndCode): Email => ({
    subject: `Set a new password for ${site}`,
    paragraphs: [
      `You can set a new password for your account at ${site} here:`,
      { link, label: 'Set a new password' },
      ...instead({ code, page }),
      'The link works for an hour. If you did not ask for it, ignore this email: your password stays the same.',
    ],
  }),
  alreadyRegistered: ({ site, link }: LinkTo): Email => ({
    subject: `You already have an account at ${site}`,
    paragraphs: [
      `Someone, perhaps you, tried to create an account at ${site} with this email address. You already have one: log in instead. If you forgot your password, you can set a new one there.`,
      { link, label: 'Log in' },
      'If it was not you, ignore this email: nothing was changed.',
    ],
  }),
};

export type Messages = typeof en;

function instead({ code, page }: Typed): Paragraph[] {
  return [
    `If the link does not work, open ${page} where you began, and enter your email address and this code:`,
    code,
    'The code works for 15 minutes. Do not give it to anybody.',
  ];
}
