import { decideAccess } from '@foyer/policy';
import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { AccessPage } from './access/AccessPage.tsx';
import { WaitingPage } from './access/WaitingPage.tsx';
import { isInside, pageAt, plain } from './paths.ts';
import { fetched } from './ui/fetched.tsx';
import { LoadingPage } from './ui/LoadingPage.tsx';
import { type Here, useVisit } from './visit.ts';

const ForgotPasswordPage = fetched(() => import('./mail/ForgotPasswordPage.tsx'));
const OneMoreStepPage = fetched(() => import('./providers/OneMoreStepPage.tsx'));

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
