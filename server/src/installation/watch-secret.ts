import { fingerprintOf, fingerprintsIn } from './fingerprint.ts';
import type { Installation } from './installation.ts';

/** In milliseconds. A rotation waits longer than this before it changes the first row. */
export const watchEveryMs = 2000;

export const secretHasChanged =
  'The secret of this installation was changed or is being changed: this process cannot continue with the old one.';

/** Nobody could open what we would store with an old secret. Returns a function that stops the watch. */
export function watchSecret(
  { database, secret }: Pick<Installation, 'database' | 'secret'>,
  onChanged: () => void,
): () => void {
  const ownFingerprint = fingerprintOf(secret);
  let isChecking = false;
  const check = async () => {
    if (isChecking) return;
    isChecking = true;
    try {
      const { current, next } = await fingerprintsIn(database);
      if (current === ownFingerprint && next === undefined) return;
      end();
      onChanged();
    } catch {
      // Ask an unavailable database again.
    } finally {
      isChecking = false;
    }
  };
  const timer = setInterval(check, watchEveryMs);
  timer.unref();
  const end = () => clearInterval(timer);
  return end;
}
