import { Link } from 'wouter';
import type { Problem } from '../../api/problem.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';

type Props = {
  id: string;
  problem: Problem;
  /** What the provider is called that was chosen. */
  provider: string | undefined;
  secondsLeft: number;
  /** Without a field it is the default code that admits nobody, which the visitor can neither see nor mend. */
  hasCodeField: boolean;
  onLoginCode: (() => void) | undefined;
  /** Takes the e-mail address along to the login. */
  onLogIn: () => void;
};

/** Why no account was made. */
export function RegisterError(props: Props) {
  const { id, problem, provider, secondsLeft, hasCodeField, onLoginCode, onLogIn } = props;
  const isWrongKind = problem.code === 'INVITATION_CODE_WRONG_KIND';
  if (!hasCodeField && problem.code.startsWith('INVITATION_CODE')) {
    return <ErrorMessage id={id}>{t.register.impossible}</ErrorMessage>;
  }
  return (
    <ErrorMessage id={id} secondsLeft={secondsLeft}>
      {isWrongKind ? t.wrongKind.registration : errorText(problem.code, provider)}{' '}
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
