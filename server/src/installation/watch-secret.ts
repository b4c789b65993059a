import { fingerprintOf, fingerprintsIn } from './fingerprint.ts';
import type { Installation } from './installation.ts';

/** How often it is looked, in milliseconds. A rotation waits for longer before it changes the first row. */
export const watchEveryMs = 2000;

/** What a process says that ends because its secret is no longer the one of the database. */
export const secretHasChanged =
  'The secret of this installation was changed, or is being changed: nothing more can be done with the one that this process has read.';

/**
 * Watches whether the secret that this process has read is still the one of the database: what it would keep under another one,
 * nobody could open.
 *
 * @returns what ends it
 */
export function watchSecret(
  { database, secret }: Pick<Installation, 'database' | 'secret'>,
  onChanged: () => void,
): () => void {
  const mine = fingerprintOf(secret);
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const { current, next } = await fingerprintsIn(database);
      if (current === mine && next === undefined) return;
      end();
      onChanged();
    } catch {
      // A database that is away is asked again.
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(look, watchEveryMs);
  timer.unref();
  const end = () => clearInterval(timer);
  return end;
}
