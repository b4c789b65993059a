import { decideAccess } from '@foyer/policy';
import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { LoadingPage } from './page/LoadingPage.tsx';
import { fetched } from './page/lazy-page.tsx';
import { isInside, pageAt, plain } from './routes.ts';
import { type Here, useVisit } from './session/context.ts';
import { AccessPage } from './sign-in/SignInPage.tsx';
import { WaitingPage } from './sign-in/WaitingPage.tsx';

const ForgotPasswordPage = fetched(() => import('./reset-password/ForgotPasswordPage.tsx'));
const OneMoreStepPage = fetched(() => import('./sign-in/providers/OneMoreStepPage.tsx'));

/** The pages of somebody who is not in yet. */
export function OutsidePage({ path, visit }: { path: string; visit: Here }) {
  const { access, link, why } = visit;
  const setback = visit.setback?.path === plain(path) ? visit.setback : null;

  if (visit.waiting) return <WaitingPage waiting={visit.waiting} />;
  if (plain(path) === '/one-more-step') return <OneMoreStepPage access={access} setback={setback} />;
  if (plain(path) === '/forgot-password' && access.sendsMail) return <ForgotPasswordPage />;
  if (isInside(path)) return <ToLogin key={path} path={path} />;

  const page = pageAt(path);
  if (!page) return <Redirect to={plain(path) === '/forgot-password' ? '/login' : '/'} replace />;
  const isLinkPage = link?.page === page;
  const offer = decideAccess(access.settings, page, isLinkPage ? link.state : 'none');
  return (
    <AccessPage
      offer={offer}
      access={access}
      link={isLinkPage ? link : null}
      problem={isLinkPage ? visit.problem : null}
      setback={setback}
      why={why}
      known={visit.known}
    />
  );
}

function ToLogin({ path }: { path: string }) {
  const visit = useVisit();
  useEffect(() => visit.askToLogIn(path), [visit, path]);
  return <LoadingPage />;
}
