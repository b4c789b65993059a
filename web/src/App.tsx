import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { InsidePage } from './InsidePage.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { plain } from './paths.ts';
import { fetched } from './ui/fetched.tsx';
import { LoadingPage } from './ui/LoadingPage.tsx';
import { UnreachablePage } from './ui/UnreachablePage.tsx';
import { useVisit } from './visit.ts';

const ResetPasswordPage = fetched(() => import('./mail/ResetPasswordPage.tsx'));
const VerifyPage = fetched(() => import('./mail/VerifyPage.tsx'));

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
