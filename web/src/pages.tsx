import type { RouteName } from '@foyer/api/pages';
import type { Page } from '@foyer/policy';
import type { ReactNode } from 'react';
import { loadInside } from './messages/show-language.ts';
import { lazyPage } from './page/lazy-page.tsx';
import type { OAuthError } from './session/address/oauth-error.ts';
import type { FlashMessage, ReadyState } from './session/state/state.ts';
import { SignInPage } from './sign-in/SignInPage.tsx';

/** Loads the script of the chat, which is not part of the entry pages. */
export const loadChat = () => withTexts(import('./chat/ChatPage.tsx'));
export const loadAccount = () => withTexts(import('./account/AccountPage.tsx'));
export const loadCreateAccount = () => withTexts(import('./upgrade/CreateAccountPage.tsx'));

const ChatPage = lazyPage(loadChat);
const AccountPage = lazyPage(loadAccount);
const CreateAccountPage = lazyPage(loadCreateAccount);
const ConfirmEmailPage = lazyPage(() => import('./verify-email/ConfirmEmailPage.tsx'));
const VerifyPage = lazyPage(() => import('./verify-email/VerifyPage.tsx'));
const ResetPasswordPage = lazyPage(() => import('./reset-password/ResetPasswordPage.tsx'));
const ForgotPasswordPage = lazyPage(() => import('./reset-password/ForgotPasswordPage.tsx'));
const OneMoreStepPage = lazyPage(() => import('./sign-in/register/OneMoreStepPage.tsx'));
const ConsolePages = lazyPage(() => import('./console/pages.tsx'));

type Props = {
  session: ReadyState;
  oauthError: OAuthError | null;
  flash: FlashMessage | null;
  id: string | undefined;
};

/** Draws each route of the list that the server shares. `destinationOf` decides who gets there. */
export const pages: Record<RouteName, (props: Props) => ReactNode> = {
  landing: entryPage('landing'),
  login: entryPage('login'),
  register: entryPage('register'),
  oneMoreStep: ({ session, oauthError }) => (
    <OneMoreStepPage bootstrap={session.bootstrap} oauthError={oauthError} />
  ),
  forgotPassword: () => <ForgotPasswordPage />,
  resetPassword: ({ session: { token, bootstrap } }) => (
    <ResetPasswordPage key={token} token={token} bootstrap={bootstrap} />
  ),
  verifyEmail: ({ session: { token, bootstrap } }) => (
    <VerifyPage key={token} token={token} bootstrap={bootstrap} />
  ),
  createAccount: ({ session: { bootstrap, link, sessionCount }, oauthError }) =>
    bootstrap.person && (
      <CreateAccountPage
        key={`${sessionCount} ${link?.code}`}
        bootstrap={bootstrap}
        person={bootstrap.person}
        link={link}
        oauthError={oauthError}
      />
    ),
  account: ({ session: { bootstrap, sessionCount }, oauthError, flash }) => (
    <AccountPage key={sessionCount} bootstrap={bootstrap} oauthError={oauthError} flash={flash} />
  ),
  newChat: chatPage,
  chat: chatPage,
  console: consolePage('console'),
  room: consolePage('room'),
  operator: consolePage('operator'),
};

async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([page, loadInside()]);
  return loaded;
}

function entryPage(page: Page) {
  return ({ session, oauthError }: Props) => (
    <SignInPage page={page} session={session} oauthError={oauthError} />
  );
}

function consolePage(page: 'console' | 'room' | 'operator') {
  return ({ session, id }: Props) => <ConsolePages page={page} session={session} id={id} />;
}

function chatPage({ session: { bootstrap, link, sessionCount }, flash, id }: Props) {
  const { person } = bootstrap;
  if (person?.mustVerify) return <ConfirmEmailPage email={person.email ?? ''} />;
  return (
    person && (
      <ChatPage key={sessionCount} id={id} bootstrap={bootstrap} person={person} link={link} flash={flash} />
    )
  );
}
