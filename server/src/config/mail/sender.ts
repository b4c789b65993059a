import { isEmailForm, normalEmail } from '@foyer/api/email';

export type Sender = { name: string; address: string };

/** In UTF-16 units. */
const maxLength = 500;

/** Reads `a@b.example`, `Name <a@b.example>` or `"Name, with a comma" <a@b.example>`. Null for other forms. */
export function readSender(text: string): Sender | null {
  if (text.length > maxLength || /\p{Cc}/u.test(text)) return null;
  const [, quoted, plain = '', named] =
    /^(?:"((?:[^"\\]|\\.)*)"|([^<>"]*))\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = normalEmail(named ?? text);
  const name = (quoted?.replace(/\\(.)/g, '$1') ?? plain).trim();
  return isEmailForm(address) ? { name, address } : null;
}
