import { decideAccess } from '@foyer/policy';
import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { LoadingPage } from './page/LoadingPage.tsx';
import { lazyPage } from './page/lazy-page.tsx';
import { isSignedInPath, pageAt, withoutSlash } from './routes.ts';
import { type ReadyState, useSession } from './session/context.ts';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { WaitingPage } from './sign-in/WaitingPage.tsx';

const ForgotPasswordPage = lazyPage(() => import('./reset-password/ForgotPasswordPage.tsx'));
const OneMoreStepPage = lazyPage(() => import('./sign-in/providers/OneMoreStepPage.tsx'));

/** The pages of somebody who is not in yet. */
export function SignedOutPage({ path, session }: { path: string; session: ReadyState }) {
  const { bootstrap, link, signedOutReason } = session;
  const oauthError = session.oauthError?.path === withoutSlash(path) ? session.oauthError : null;

  if (session.waiting) return <WaitingPage waiting={session.waiting} />;
  if (withoutSlash(path) === '/one-more-step')
    return <OneMoreStepPage bootstrap={bootstrap} oauthError={oauthError} />;
  if (withoutSlash(path) === '/forgot-password' && bootstrap.sendsMail) return <ForgotPasswordPage />;
  if (isSignedInPath(path)) return <ToLogin key={path} path={path} />;

  const page = pageAt(path);
  if (!page) return <Redirect to={withoutSlash(path) === '/forgot-password' ? '/login' : '/'} replace />;
  const isLinkPage = link?.page === page;
  const offer = decideAccess(bootstrap.settings, page, isLinkPage ? link.state : 'none');
  return (
    <SignInPage
      offer={offer}
      bootstrap={bootstrap}
      link={isLinkPage ? link : null}
      problem={isLinkPage ? session.problem : null}
      oauthError={oauthError}
      signedOutReason={signedOutReason}
      prefilledEmail={session.prefilledEmail}
    />
  );
}

function ToLogin({ path }: { path: string }) {
  const session = useSession();
  useEffect(() => session.requireLogin(path), [session, path]);
  return <LoadingPage />;
}
