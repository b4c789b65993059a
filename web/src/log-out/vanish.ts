import * as t from '../messages/texts.ts';
import styles from './log-out.module.css';

/** How long another site waits for the server, which may be slow, in milliseconds. */
const timeoutMs = 1000;

/**
 * Hides all of this page at once, and shows another site in its place.
 *
 * @param done what is to be done before; it goes on when it takes too long
 */
export function vanish(to: string, done: Promise<unknown>) {
  cover();
  const patience = new Promise((resolve) => setTimeout(resolve, timeoutMs));
  // The site takes the place of this page in the history: the way back leads past it.
  void Promise.race([done, patience]).then(() => location.replace(to));
}

function cover() {
  for (const shown of document.querySelectorAll<HTMLElement>('body > *')) shown.hidden = true;
  const blank = document.createElement('div');
  blank.className = styles.cover ?? '';
  blank.role = 'alert';
  blank.textContent = t.logOut.cover;
  document.body.append(blank);
  // A browser may keep the page as it was left, to show it again on the way back.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}
