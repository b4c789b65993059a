import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { LoadingPage } from './page/LoadingPage.tsx';
import { lazyPage } from './page/lazy-page.tsx';
import { UnreachablePage } from './page/UnreachablePage.tsx';
import { withoutSlash } from './routes.ts';
import { SignedInPage } from './SignedInPage.tsx';
import { SignedOutPage } from './SignedOutPage.tsx';
import { useSession } from './session/context.ts';

const ResetPasswordPage = lazyPage(() => import('./reset-password/ResetPasswordPage.tsx'));
const VerifyPage = lazyPage(() => import('./verify-email/VerifyPage.tsx'));

export function App() {
  const store = useSession();
  const session = useSyncExternalStore(store.subscribe, store.current);
  const [path] = useLocation();
  const oauthErrorAt = session.step === 'here' ? session.oauthError?.path : undefined;
  const flashAt = session.step === 'here' ? session.flash?.path : undefined;

  useEffect(() => {
    // A refusal or a success is told on the page to which it led, once.
    if (oauthErrorAt && oauthErrorAt !== withoutSlash(path)) store.dismissOAuthError();
    if (flashAt && flashAt !== withoutSlash(path)) store.dismissFlash();
  }, [oauthErrorAt, flashAt, path, store]);

  if (session.step === 'loading') return <LoadingPage />;
  if (session.step === 'unreachable')
    return <UnreachablePage problem={session.problem} again={session.again} />;

  const { bootstrap, token } = session;
  // The links in mails are for whoever opens them, in or not.
  if (withoutSlash(path) === '/verify') return <VerifyPage key={token} token={token} bootstrap={bootstrap} />;
  if (withoutSlash(path) === '/reset-password')
    return <ResetPasswordPage key={token} token={token} bootstrap={bootstrap} />;
  if (bootstrap.person) return <SignedInPage path={path} session={session} person={bootstrap.person} />;
  return <SignedOutPage path={path} session={session} />;
}
