export type Letter = { subject: string; text: string; html: string };

export function confirmAddress(link: string): Letter {
  return letter(`Confirm your e-mail address for ${hostOf(link)}`, [
    `An account was created at ${hostOf(link)} with this e-mail address. If it was you, confirm that it is yours:`,
    { link, label: 'Confirm the address' },
    'The link is good for a day. If it was not you, do nothing: without it the account cannot be used.',
  ]);
}

export function confirmNewAddress(link: string): Letter {
  return letter(`Confirm your new e-mail address for ${hostOf(link)}`, [
    `You want to log in at ${hostOf(link)} with this e-mail address from now on. Confirm that it is yours:`,
    { link, label: 'Confirm the address' },
    'The link is good for a day. If it was not you, do nothing: nothing changes then.',
  ]);
}

export function addressChanged(home: string): Letter {
  return letter(`Your e-mail address at ${hostOf(home)} was changed`, [
    `Your account at ${hostOf(home)} has another e-mail address now. This one is not used for it any more.`,
    'If it was not you, tell the people who run this place at once:',
    { link: home, label: home },
  ]);
}

export function newPassword(link: string): Letter {
  return letter(`Set a new password for ${hostOf(link)}`, [
    `You can set a new password for your account at ${hostOf(link)} here:`,
    { link, label: 'Set a new password' },
    'The link is good for an hour. If you did not ask for it, do nothing: your password stays as it is.',
  ]);
}

/** Sent when someone tried to register with an email that has an account. */
export function alreadyRegistered(login: string): Letter {
  return letter(`You have an account already at ${hostOf(login)}`, [
    `Somebody, perhaps you, has tried to create an account at ${hostOf(login)} with this e-mail address. You have one already: log in with it. If the password is forgotten, set a new one there.`,
    { link: login, label: 'Log in' },
    'If it was not you, do nothing: nothing was changed.',
  ]);
}

function hostOf(link: string): string {
  return new URL(link).host;
}

type Paragraph = string | { link: string; label: string };

function letter(subject: string, paragraphs: Paragraph[]): Letter {
  const text = paragraphs.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n');
  const html = paragraphs.map((part) => `<p>${typeof part === 'string' ? escaped(part) : anchor(part)}</p>`);
  return { subject, text: `${text}\n`, html: html.join('\n') };
}

function anchor({ link, label }: { link: string; label: string }): string {
  return `<a href="${escaped(link)}">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
