// An attack: browsers read `https:/login` as an address of this site.
const allowed = /^(?:https?:\/\/|(?:mailto|tel|sms):)/i;

/** A link of a reply; an empty text for one that could run a script, or that leads into this site. */
export function allowedUrl(url: string): string {
  return allowed.test(url) ? url : '';
}
