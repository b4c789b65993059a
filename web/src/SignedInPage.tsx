import { useEffect } from 'react';
import { Redirect } from 'wouter';
import type { Person } from './api/client.ts';
import { fetched } from './page/lazy-page.tsx';
import { whenIdle } from './page/when-idle.ts';
import { chatAt, plain } from './routes.ts';
import { canBecomeMember } from './session/can-upgrade.ts';
import type { Here } from './session/context.ts';

/** Fetches the script of the chat, which the entry pages do without. */
export const loadChat = () => import('./chat/ChatPage.tsx');

const loadAccount = () => import('./account/AccountPage.tsx');
const loadCreateAccount = () => import('./upgrade/CreateAccountPage.tsx');

const ChatPage = fetched(loadChat);
const AccountPage = fetched(loadAccount);
const ConfirmEmailPage = fetched(() => import('./verify-email/ConfirmEmailPage.tsx'));
const CreateAccountPage = fetched(loadCreateAccount);

type Props = { path: string; visit: Here; person: Person };

/** The pages of whoever is in. */
export function InsidePage({ path, visit, person }: Props) {
  const { access, link, changes } = visit;
  const page = plain(path);
  const setback = visit.setback?.path === page ? visit.setback : null;
  const news = visit.news?.path === page ? visit.news : null;

  // The small pages beside the chat are at hand when the line breaks later.
  useEffect(() => whenIdle(person.isGuest ? loadCreateAccount : loadAccount), [person.isGuest]);

  if (page === '/create-account' && canBecomeMember(person)) {
    return (
      <CreateAccountPage
        key={`${changes} ${link?.code}`}
        access={access}
        person={person}
        link={link}
        setback={setback}
      />
    );
  }
  if (page === '/account' && !person.isGuest) {
    return <AccountPage key={changes} access={access} setback={setback} news={news} />;
  }
  const chat = chatAt(path);
  if (chat === null) return <Redirect to="/chat" replace />;
  if (person.mustVerify) return <ConfirmEmailPage email={person.email ?? ''} />;
  return <ChatPage key={changes} id={chat} access={access} person={person} link={link} news={news} />;
}
