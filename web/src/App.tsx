import { decideAccess } from '@foyer/policy';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Redirect, useLocation } from 'wouter';
import { AccessPage } from './access/AccessPage.tsx';
import { LoadingPage } from './ui/LoadingPage.tsx';
import { UnreachablePage } from './ui/UnreachablePage.tsx';
import { pageAt, useVisit } from './visit.ts';

/** Fetches the script of the chat, which the entry pages do without. */
export const loadChat = () => import('./chat/ChatPage.tsx');

const ChatPage = lazy(loadChat);
const chatPath = /^\/chat(?:\/([^/]+))?\/?$/;

export function App() {
  const store = useVisit();
  const visit = useSyncExternalStore(store.subscribe, store.current);
  const [path] = useLocation();

  if (visit.step === 'loading') return <LoadingPage />;
  if (visit.step === 'unreachable') return <UnreachablePage problem={visit.problem} again={visit.again} />;

  const { access, link } = visit;
  if (access.person) {
    const chat = chatPath.exec(path);
    if (!chat) return <Redirect to="/chat" replace />;
    return (
      <Suspense fallback={<LoadingPage />}>
        <ChatPage key={visit.changes} id={chat[1]} access={access} person={access.person} link={link} />
      </Suspense>
    );
  }

  const page = pageAt(path);
  if (!page) return <Redirect to="/" replace />;
  const isLinkPage = link?.page === page;
  const offer = decideAccess(access.settings, page, isLinkPage ? link.state : 'none');
  return (
    <AccessPage
      offer={offer}
      access={access}
      link={isLinkPage ? link : null}
      problem={isLinkPage ? visit.problem : null}
    />
  );
}
