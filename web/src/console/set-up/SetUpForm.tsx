import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { common } from '../../messages/texts.ts';
import { Page } from '../../page/Page.tsx';
import { useSession } from '../../session/context.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { EmailField } from '../../ui/fields/EmailField.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { Lead } from '../../ui/layout.tsx';
import { operatorsApi } from '../api/operators.ts';
import { useAct } from '../confirm/use-act.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { consolePaths } from '../paths.ts';

type Props = {
  token: string;
  /** Null at the very first start: the person chooses one. */
  givenEmail: string | null;
  reload: () => unknown;
};

export function SetUpForm({ token, givenEmail, reload }: Props) {
  const session = useSession();
  const [, go] = useLocation();
  const act = useAct();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isDifferent, setDifferent] = useState(false);
  const { problem } = act;
  const text = problem && (problem.code === 'ALREADY_SIGNED_IN' ? t.setUp.signedIn : problemText(problem));
  const isOfPassword = problem?.code.startsWith('PASSWORD') ?? false;
  const isOfEmail = problem?.code === 'INVALID_EMAIL' || problem?.code === 'USER_ALREADY_EXISTS';

  async function set(event: FormEvent) {
    event.preventDefault();
    setDifferent(password !== again);
    if (password !== again) return;
    const done = await act.run(async () => {
      const answer = await operatorsApi.setUp({
        token,
        password,
        ...(givenEmail === null && { email: email.trim() }),
      });
      // Somebody was faster: the page says what became of the link.
      if (answer.problem?.code === 'LINK_USED') await reload();
      return answer;
    });
    if (!done) return;
    go(consolePaths.codes, { replace: true });
    await session.sessionChanged('in');
  }

  return (
    <Page isLong title={t.setUp.title}>
      <Lead>{givenEmail === null ? t.setUp.textWithoutEmail : t.setUp.text(givenEmail)}</Lead>
      <Form problem={problem} onSubmit={set}>
        {text && !isOfPassword && !isOfEmail && (
          <ErrorMessage secondsLeft={act.secondsLeft}>{text}</ErrorMessage>
        )}
        {givenEmail === null ? (
          <EmailField
            value={email}
            error={isOfEmail && text}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        ) : (
          <input hidden autoComplete="username" value={givenEmail} readOnly />
        )}
        <PasswordField
          autoComplete="new-password"
          hint={common.passwordHint}
          value={password}
          error={isOfPassword && text}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordField
          label={t.setUp.repeat}
          autoComplete="new-password"
          value={again}
          error={isDifferent && t.setUp.differs}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={act.isRunning} mustWait={act.secondsLeft > 0}>
          {common.setPassword}
        </ActionButton>
      </Form>
    </Page>
  );
}
