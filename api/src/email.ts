/** The limit of mail servers (RFC 5321). */
const maxLength = 254;

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** The HTML standard's rule, which browsers check: dots may stand in a row or before the @, as at some Japanese providers. */
const form = new RegExp(`^[a-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})*$`);

/** Letters and signs of the width that Japanese keyboards type. */
const wide = /[\uff01-\uff5e]/g;

/** In lower case, with the domain in ASCII: `ada@bücher.example` and `ada@xn--bcher-kva.example` are one address. */
export function normalEmail(text: string): string {
  const narrow = text.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const email = narrow.trim().toLowerCase();
  const at = email.lastIndexOf('@') + 1;
  const domain = email.slice(at);
  // Only such a domain changes, and only a domain: a URL would also lose a port or a path.
  if (at === 0 || !/^[\p{L}\p{M}\p{N}.。・-]+$/u.test(domain) || !/[^ -~]/.test(domain)) return email;
  const ascii = URL.parse(`http://${domain}`)?.hostname;
  return ascii ? email.slice(0, at) + ascii : email;
}

/** True for an address of the usual form. `email` is in its normal form. */
export function isEmailForm(email: string): boolean {
  return email.length <= maxLength && form.test(email);
}

/** True for what an issuer may call an address: anything with one `@` that can be stored on one line. */
export function isAnyEmail(email: string): boolean {
  return (
    email.length <= maxLength && /^[^@]+@[^@]+$/.test(email) && !/\p{Cc}/u.test(email) && email.isWellFormed()
  );
}
