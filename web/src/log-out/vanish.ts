import * as t from '../messages/texts.ts';
import styles from './log-out.module.css';

/** How long to wait for a slow server before the other site is shown, in milliseconds. */
const timeoutMs = 1000;

/**
 * Hides this page at once, and shows another site in its place.
 *
 * @param done what has to finish first; after the timeout it is not waited for
 */
export function vanish(to: string, done: Promise<unknown>) {
  cover();
  const patience = new Promise((resolve) => setTimeout(resolve, timeoutMs));
  // `replace`: the back button must not lead to this page.
  void Promise.race([done, patience]).then(() => location.replace(to));
}

function cover() {
  for (const shown of document.querySelectorAll<HTMLElement>('body > *')) shown.hidden = true;
  const blank = document.createElement('div');
  blank.className = styles.cover ?? '';
  blank.role = 'alert';
  blank.textContent = t.logOut.cover;
  document.body.append(blank);
  // The back button may restore this page from the browser's cache.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}
