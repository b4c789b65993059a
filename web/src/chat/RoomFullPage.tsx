import { useEffect } from 'react';
import type { Person } from '../api/session.ts';
import { LogOut } from '../log-out/LogOut.tsx';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { useLatest } from '../ui/hooks/use-latest.ts';
import { Choices, Lead } from '../ui/layout.tsx';

/** In milliseconds; people who wait together must not all ask at the same moment. */
const askAgainMs = 5000;
const spreadMs = 3000;

/** For a guest who has lost the place in a room: the chats are kept, and a place that is free brings them back. */
export function RoomFullPage({ person, ask }: { person: Person; ask: () => Promise<void> }) {
  const latest = useLatest(ask);
  useEffect(() => {
    const timer = setInterval(() => void latest.current(), askAgainMs + Math.random() * spreadMs);
    return () => clearInterval(timer);
  }, [latest]);
  return (
    <Page title={t.chat.roomFull.title}>
      <Lead role="status">{t.chat.roomFull.text}</Lead>
      <p>{t.chat.roomFull.kept}</p>
      <Choices>
        <LogOut person={person} />
      </Choices>
    </Page>
  );
}
