/** Does something when the browser is idle and online. Safari has no requestIdleCallback. */
export function whenIdle(act: () => Promise<unknown>) {
  const wait = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;
  wait(() => navigator.onLine && act().catch(() => {}));
}
