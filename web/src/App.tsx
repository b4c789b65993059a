import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { InsidePage } from './InsidePage.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { plain } from './paths.ts';
import { LoadingPage } from './ui/LoadingPage.tsx';
import { UnreachablePage } from './ui/UnreachablePage.tsx';
import { useVisit } from './visit.ts';

const ResetPasswordPage = lazy(() => import('./mail/ResetPasswordPage.tsx'));
const VerifyPage = lazy(() => import('./mail/VerifyPage.tsx'));

export function App() {
  const store = useVisit();
  const visit = useSyncExternalStore(store.subscribe, store.current);
  const [path] = useLocation();
  const setbackAt = visit.step === 'here' ? visit.setback?.path : undefined;

  useEffect(() => {
    // A refusal is told on the page to which it led, once.
    if (setbackAt && setbackAt !== plain(path)) store.dropSetback();
  }, [setbackAt, path, store]);

  if (visit.step === 'loading') return <LoadingPage />;
  if (visit.step === 'unreachable') return <UnreachablePage problem={visit.problem} again={visit.again} />;

  const { access, token } = visit;
  return <Suspense fallback={<LoadingPage />}>{page()}</Suspense>;

  function page() {
    if (visit.step !== 'here') return null;
    // The links in mails are for whoever opens them, in or not.
    if (plain(path) === '/verify') return <VerifyPage key={token} token={token} access={access} />;
    if (plain(path) === '/reset-password')
      return <ResetPasswordPage key={token} token={token} access={access} />;
    if (access.person) return <InsidePage path={path} visit={visit} person={access.person} />;
    return <OutsidePage path={path} visit={visit} />;
  }
}
