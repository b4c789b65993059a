import { useEffect } from 'react';
import { Redirect } from 'wouter';
import type { Person } from './api/session.ts';
import { lazyPage } from './page/lazy-page.tsx';
import { whenIdle } from './page/when-idle.ts';
import { chatAt, withoutSlash } from './routes.ts';
import { canUpgrade } from './session/can-upgrade.ts';
import type { ReadyState } from './session/context.ts';

/** Fetches the script of the chat, which the entry pages do without. */
export const loadChat = () => import('./chat/ChatPage.tsx');

const loadAccount = () => import('./account/AccountPage.tsx');
const loadCreateAccount = () => import('./upgrade/CreateAccountPage.tsx');

const ChatPage = lazyPage(loadChat);
const AccountPage = lazyPage(loadAccount);
const ConfirmEmailPage = lazyPage(() => import('./verify-email/ConfirmEmailPage.tsx'));
const CreateAccountPage = lazyPage(loadCreateAccount);

type Props = { path: string; session: ReadyState; person: Person };

/** The pages of whoever is in. */
export function SignedInPage({ path, session, person }: Props) {
  const { bootstrap, link, changes } = session;
  const page = withoutSlash(path);
  const oauthError = session.oauthError?.path === page ? session.oauthError : null;
  const flash = session.flash?.path === page ? session.flash : null;

  // The small pages beside the chat are at hand when the line breaks later.
  useEffect(() => whenIdle(person.isGuest ? loadCreateAccount : loadAccount), [person.isGuest]);

  if (page === '/create-account' && canUpgrade(person)) {
    return (
      <CreateAccountPage
        key={`${changes} ${link?.code}`}
        bootstrap={bootstrap}
        person={person}
        link={link}
        oauthError={oauthError}
      />
    );
  }
  if (page === '/account' && !person.isGuest) {
    return <AccountPage key={changes} bootstrap={bootstrap} oauthError={oauthError} flash={flash} />;
  }
  const chat = chatAt(path);
  if (chat === null) return <Redirect to="/chat" replace />;
  if (person.mustVerify) return <ConfirmEmailPage email={person.email ?? ''} />;
  return <ChatPage key={changes} id={chat} bootstrap={bootstrap} person={person} link={link} flash={flash} />;
}
