import { type FormEvent, useState } from 'react';
import { type GuestChats, signInApi } from '../api/sign-in.ts';
import { useSession } from '../session/context.ts';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { useOAuth } from './providers/use-oauth.ts';

/**
 * What was typed into the login form, and how it is sent: with a password, or by a provider.
 *
 * @param guestChats what happens to the chats of a guest; null until they have chosen, undefined for a visitor
 */
export function useLogin(givenEmail: string, guestChats: GuestChats | null | undefined) {
  const session = useSession();
  const loggingIn = useSubmit();
  const { leave, chosen, leavingFor } = useOAuth(loggingIn);
  const [email, setEmail] = useState(givenEmail);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  // Only of an operator with a second factor, once the password was right.
  const [asksCode, setAsksCode] = useState(false);
  const isUndecided = guestChats === null;
  const chats = guestChats ? { guestChats } : {};
  // A guest who brings the chats along stays the same person.
  const isJoining = guestChats === 'move';

  async function logIn(event: FormEvent) {
    event.preventDefault();
    if (isUndecided) return;
    if (!email.trim()) return loggingIn.refuse('EMAIL_MISSING');
    if (!password) return loggingIn.refuse('PASSWORD_MISSING');
    await loggingIn.run(
      () =>
        signInApi.logIn({ email: email.trim(), password, ...(asksCode && { code: code.trim() }), ...chats }),
      (answer) => goOn(answer.problem?.code),
    );
  }

  async function continueWith(provider: string) {
    const answer = await leave({ purpose: isJoining ? 'join' : 'log-in', provider }, () =>
      signInApi.startOAuth({ provider, ...chats }),
    );
    if (answer?.problem) await goOn(answer.problem.code);
  }

  async function goOn(refusal: string | undefined) {
    if (!refusal)
      await (isJoining ? session.sessionChanged('same', { flash: 'join' }) : session.sessionChanged('in'));
    else if (refusal === 'ALREADY_SIGNED_IN') await session.sessionChanged('in');
    else if (refusal === 'SECOND_FACTOR_REQUIRED') setAsksCode(true);
  }

  return {
    loggingIn,
    chosen,
    leavingFor,
    email,
    setEmail,
    password,
    setPassword,
    code,
    setCode,
    asksCode,
    isUndecided,
    logIn,
    continueWith,
  };
}
