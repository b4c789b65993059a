import Bowser from 'bowser';

/** A readable name of the device behind a session: `Firefox, Linux`; empty when it is not known. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return '';
  const { browser, os } = Bowser.parse(userAgent);
  const parts = [browser.name, os.name].filter((part) => part !== undefined && part !== '');
  return parts.join(', ');
}
