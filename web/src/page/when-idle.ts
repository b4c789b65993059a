/** Does something that nobody waits for, once the page has come to rest and there is a line. Safari knows no idle time. */
export function whenIdle(act: () => Promise<unknown>) {
  const wait = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;
  wait(() => navigator.onLine && act().catch(() => {}));
}
