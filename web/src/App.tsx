import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { LoadingPage } from './page/LoadingPage.tsx';
import { fetched } from './page/lazy-page.tsx';
import { UnreachablePage } from './page/UnreachablePage.tsx';
import { plain } from './routes.ts';
import { InsidePage } from './SignedInPage.tsx';
import { OutsidePage } from './SignedOutPage.tsx';
import { useVisit } from './session/context.ts';

const ResetPasswordPage = fetched(() => import('./reset-password/ResetPasswordPage.tsx'));
const VerifyPage = fetched(() => import('./verify-email/VerifyPage.tsx'));

export function App() {
  const store = useVisit();
  const visit = useSyncExternalStore(store.subscribe, store.current);
  const [path] = useLocation();
  const setbackAt = visit.step === 'here' ? visit.setback?.path : undefined;
  const newsAt = visit.step === 'here' ? visit.news?.path : undefined;

  useEffect(() => {
    // A refusal or a success is told on the page to which it led, once.
    if (setbackAt && setbackAt !== plain(path)) store.dropSetback();
    if (newsAt && newsAt !== plain(path)) store.dropNews();
  }, [setbackAt, newsAt, path, store]);

  if (visit.step === 'loading') return <LoadingPage />;
  if (visit.step === 'unreachable') return <UnreachablePage problem={visit.problem} again={visit.again} />;

  const { access, token } = visit;
  // The links in mails are for whoever opens them, in or not.
  if (plain(path) === '/verify') return <VerifyPage key={token} token={token} access={access} />;
  if (plain(path) === '/reset-password')
    return <ResetPasswordPage key={token} token={token} access={access} />;
  if (access.person) return <InsidePage path={path} visit={visit} person={access.person} />;
  return <OutsidePage path={path} visit={visit} />;
}
