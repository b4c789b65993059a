import { Link } from 'wouter';
import type { Problem } from '../../api/problem.ts';
import { codeErrorText } from '../../messages/code-error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';

type Props = {
  id: string;
  problem: Problem;
  /** The name of the chosen provider. */
  provider: string | undefined;
  secondsLeft: number;
  typedCode: string;
  /** Without a field the default code was refused, which the visitor can neither see nor change. */
  hasCodeField: boolean;
  onLoginCode: (() => void) | undefined;
  /** Fills in the email on the login page. */
  onLogIn: () => void;
};

export function RegisterError(props: Props) {
  const { id, problem, provider, secondsLeft, hasCodeField, onLoginCode, onLogIn } = props;
  const isWrongKind = problem.code === 'INVITATION_CODE_WRONG_KIND';
  if (!hasCodeField && problem.code.startsWith('INVITATION_CODE')) {
    return <ErrorMessage id={id}>{t.register.impossible}</ErrorMessage>;
  }
  return (
    <ErrorMessage id={id} secondsLeft={secondsLeft}>
      {isWrongKind ? t.wrongKind.registration : codeErrorText(problem.code, props.typedCode, provider)}{' '}
      {isWrongKind && onLoginCode && (
        <button type="button" className="text-button" onClick={onLoginCode}>
          {t.register.logInWithCode}
        </button>
      )}
      {problem.code === 'USER_ALREADY_EXISTS' && (
        <Link href={paths.login} onClick={onLogIn}>
          {t.register.logInInstead}
        </Link>
      )}
    </ErrorMessage>
  );
}
