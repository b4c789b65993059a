import { lazyPage } from '../page/lazy-page.tsx';
import type { ReadyState } from '../session/state/state.ts';

const ConsolePage = lazyPage(() => import('./ConsolePage.tsx'));
const RoomPage = lazyPage(() => import('./room/RoomPage.tsx'));
const SetUpPage = lazyPage(() => import('./set-up/SetUpPage.tsx'));

type Props = { page: 'console' | 'room' | 'operator'; session: ReadyState; id: string | undefined };

/** The pages of operators. They stand behind one import, so that the entry pages name one script only. */
export default function ConsolePages({ page, session: { bootstrap, sessionCount, token }, id = '' }: Props) {
  if (page === 'room') return <RoomPage key={id} id={id} />;
  if (page === 'operator') return <SetUpPage key={token} token={token} />;
  return <ConsolePage key={sessionCount} bootstrap={bootstrap} />;
}
