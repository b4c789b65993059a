import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../../api/problem.ts';
import { codeErrorText } from '../../messages/code-error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { Words } from '../../ui/Words.tsx';

type Props = {
  problem: Problem;
  /** The name of the chosen provider. */
  provider: string | undefined;
  typedCode: string;
  /** Without a field the default code was refused, which the visitor can neither see nor change. */
  hasCodeField: boolean;
  onLoginCode: (() => void) | undefined;
  /** Fills in the email on the login page. */
  onLogIn: () => void;
};

/** What a refusal says, and the way on. */
export function registerErrorText(props: Props): ReactNode {
  const { problem, provider, typedCode, hasCodeField, onLoginCode, onLogIn } = props;
  const isWrongKind = problem.code === 'INVITATION_CODE_WRONG_KIND';
  if (!hasCodeField && problem.code.startsWith('INVITATION_CODE')) return t.register.impossible;
  return (
    <>
      <Words>
        {isWrongKind ? t.wrongKind.registration : codeErrorText(problem.code, typedCode, provider)}
      </Words>{' '}
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
    </>
  );
}
