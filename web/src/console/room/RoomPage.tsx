import { useCallback, useEffect, useState } from 'react';
import { LoadFailedPage } from '../../page/LoadFailedPage.tsx';
import { LoadingPage } from '../../page/LoadingPage.tsx';
import { Page } from '../../page/Page.tsx';
import { useSession } from '../../session/context.ts';
import { roomApi } from '../api/room.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import { useConsoleTexts } from '../messages/show-texts.ts';
import * as t from '../messages/texts.ts';
import { setZone } from '../messages/zoned.ts';
import { keyInAddress } from './key-in-address.ts';
import { RoomScreen } from './RoomScreen.tsx';

/** One code, large, for a projector. An operator opens it, or a person with its link. */
export default function RoomPage({ id }: { id: string }) {
  const texts = useConsoleTexts();
  if (texts.state === 'failed') return <LoadFailedPage again={texts.again} />;
  if (texts.state === 'loading') return <LoadingPage />;
  return <Room id={id} />;
}

function Room({ id }: { id: string }) {
  const session = useSession();
  // The link stays in the address: a projector is reloaded, and the screen shows no more than the link opens.
  const [key] = useState(() => keyInAddress(location.hash));
  const ask = useCallback(async () => {
    const answer = await roomApi.get(id, key);
    if (answer.value) setZone(answer.value.timeZone);
    return answer;
  }, [id, key]);
  const { value: room, problem, reload } = useLoad(ask);
  const mustLogIn = problem?.code === 'NOT_SIGNED_IN' && !key;

  useEffect(() => {
    if (mustLogIn) session.requireLogin(location.pathname);
  }, [mustLogIn, session]);

  if (room) return <RoomScreen id={id} roomKey={key} room={room} />;
  if (!problem || mustLogIn) return <LoadingPage />;
  return (
    <Page title={t.room.title}>
      <LoadError problem={problem} again={reload} />
    </Page>
  );
}
