import { routes } from '@foyer/api/pages';
import { useEffect, useSyncExternalStore } from 'react';
import { Redirect, useLocation } from 'wouter';
import { destinationOf } from './destination.ts';
import { LoadingPage } from './page/LoadingPage.tsx';
import { TimeOverPage } from './page/TimeOverPage.tsx';
import { UnreachablePage } from './page/UnreachablePage.tsx';
import { whenIdle } from './page/when-idle.ts';
import { loadAccount, loadCreateAccount, pages } from './pages.tsx';
import { matchRoute, withoutSlash } from './routes.ts';
import { useSession } from './session/context.ts';
import type { ReadyState } from './session/state/state.ts';
import { WaitingPage } from './sign-in/WaitingPage.tsx';

export function App() {
  const store = useSession();
  const session = useSyncExternalStore(store.subscribe, store.current);
  const [path] = useLocation();
  if (session.step === 'loading') return <LoadingPage />;
  if (session.step === 'unreachable')
    return <UnreachablePage problem={session.problem} again={store.retry} />;
  return <CurrentPage path={path} session={session} />;
}

function CurrentPage({ path, session }: { path: string; session: ReadyState }) {
  const store = useSession();
  const { bootstrap, waiting } = session;
  const match = matchRoute(path);
  const page = withoutSlash(path);
  const destination = destinationOf(match, bootstrap);
  const oauthError = session.oauthError?.path === page ? session.oauthError : null;
  const flash = session.flash?.path === page ? session.flash : null;

  useEffect(() => {
    // Shown once, on the page to which it led.
    if (session.oauthError && !oauthError) store.dismissOAuthError();
    if (session.flash && !flash) store.dismissFlash();
  }, [session.oauthError, session.flash, oauthError, flash, store]);
  usePrefetch(bootstrap.person && (bootstrap.person.isGuest ? loadCreateAccount : loadAccount));

  const isForEveryone = match !== null && routes[match.name].audience === 'everyone';
  if (waiting && !bootstrap.person && !isForEveryone) return <WaitingPage waiting={waiting} />;
  if (session.isTimeOver && !bootstrap.person && !isForEveryone) return <TimeOverPage />;
  if (destination === 'log-in') return <ToLogin key={path} path={path} />;
  if (destination !== 'show') return <Redirect to={destination.redirect} replace />;
  return match && pages[match.name]({ session, oauthError, flash, id: match.id });
}

/** Loads a small page beside the chat early, so that it is there if the connection breaks later. */
function usePrefetch(load: (() => Promise<unknown>) | null) {
  useEffect(() => {
    if (load) whenIdle(load);
  }, [load]);
}

function ToLogin({ path }: { path: string }) {
  const session = useSession();
  useEffect(() => session.requireLogin(path), [session, path]);
  return <LoadingPage />;
}
