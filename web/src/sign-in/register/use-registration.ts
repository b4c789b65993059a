import { type FormEvent, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import type { RoundTrip } from '../../session/storage/oauth-round-trip.ts';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { useOAuth } from '../providers/use-oauth.ts';
import { accountFlows } from './account-flows.ts';
import { useRegistrationCode } from './use-registration-code.ts';

export type RegistrationOptions = {
  flow: keyof typeof accountFlows;
  codeField: 'open' | 'locked' | 'none';
  isCodeRequired: boolean;
  givenCode?: string;
  /** The code comes from a link, and not from a field of another page. */
  isFromLink?: boolean;
  /** The account is created. Without a user it exists once the link in the email was opened. */
  onDone: (email: string, user: object | null) => unknown;
  onRefused: (code: Problem['code'], email: string) => unknown;
};

/** What was typed into the register form, and how it is sent: with a password, or by a provider. */
export function useRegistration(options: RegistrationOptions) {
  const { codeField } = options;
  const flow = accountFlows[options.flow];
  const registering = useSubmit();
  const { leave, chosen, leavingFor } = useOAuth(registering);
  const code = useRegistrationCode(options.givenCode ?? '', registering);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const isWaiting = codeField === 'open' && options.isCodeRequired && !code.text.trim();
  const withCode: { invitationCode?: string } =
    codeField !== 'none' && code.text.trim() ? { invitationCode: code.text } : {};

  async function register(event: FormEvent) {
    event.preventDefault();
    if (isWaiting || leavingFor) return;
    if (!email.trim()) return registering.refuse('EMAIL_MISSING');
    if (!password) return registering.refuse('PASSWORD_MISSING');
    const who = { email: email.trim(), password, ...withCode };
    await registering.run(
      () => flow.send(who),
      ({ problem, value }) =>
        problem ? options.onRefused(problem.code, who.email) : options.onDone(who.email, value.user),
    );
  }

  async function continueWith(provider: string) {
    const answer = await leave({ purpose: options.flow, provider, code: codeToCarry() }, () =>
      flow.leave({ provider, ...withCode }),
    );
    if (answer?.problem) options.onRefused(answer.problem.code, '');
  }

  function codeToCarry(): RoundTrip['code'] {
    const isLocked = codeField === 'locked';
    if (!withCode.invitationCode || (options.flow === 'convert' && !isLocked)) return undefined;
    return {
      code: code.text,
      state: isLocked ? 'registration' : 'none',
      from: isLocked && options.isFromLink ? 'link' : 'field',
    };
  }

  return {
    registering,
    chosen,
    leavingFor,
    code,
    email,
    setEmail,
    password,
    setPassword,
    isWaiting,
    button: flow.button(),
    register,
    continueWith,
  };
}
