/**
 * What happened to the session: somebody came in, logged out, or deleted their account; or the same person goes on (a guest
 * became a member, an email address was confirmed).
 */
export type SessionChange = 'in' | 'left' | 'deleted' | 'same';

/** `time-over`: the server has said, once, that the time of the guest is over. */
export type TabMessage = SessionChange | 'leaving' | 'time-over';

/** Tells the other tabs of this browser, and listens to them. */
export function openOtherTabs(name = 'foyer') {
  const channel = new BroadcastChannel(name);
  return {
    post: (message: TabMessage) => channel.postMessage(message),
    listen(listener: (message: TabMessage) => void) {
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listener(data);
    },
    close: () => channel.close(),
  };
}
