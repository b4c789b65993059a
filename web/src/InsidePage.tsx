import { lazy } from 'react';
import { Redirect } from 'wouter';
import type { Person } from './api.ts';
import { chatAt, plain } from './paths.ts';
import type { Here } from './visit.ts';

/** Fetches the script of the chat, which the entry pages do without. */
export const loadChat = () => import('./chat/ChatPage.tsx');

const ChatPage = lazy(loadChat);
const AccountPage = lazy(() => import('./account/AccountPage.tsx'));
const ConfirmEmailPage = lazy(() => import('./mail/ConfirmEmailPage.tsx'));
const CreateAccountPage = lazy(() => import('./conversion/CreateAccountPage.tsx'));

type Props = { path: string; visit: Here; person: Person };

/** The pages of whoever is in. */
export function InsidePage({ path, visit, person }: Props) {
  const { access, link, changes } = visit;
  const page = plain(path);
  const setback = visit.setback?.path === page ? visit.setback : null;

  if (page === '/create-account' && person.isGuest && person.conversion !== 'off') {
    return <CreateAccountPage key={changes} access={access} person={person} setback={setback} />;
  }
  if (page === '/account' && !person.isGuest) {
    return <AccountPage key={changes} access={access} setback={setback} />;
  }
  const chat = chatAt(path);
  if (chat === null) return <Redirect to="/chat" replace />;
  if (person.mustVerify) return <ConfirmEmailPage email={person.email ?? ''} />;
  return <ChatPage key={changes} id={chat} access={access} person={person} link={link} />;
}
