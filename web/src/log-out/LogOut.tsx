import type { ReactNode } from 'react';
import type { Person } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { LogOutDialog } from './LogOutDialog.tsx';
import styles from './log-out.module.css';
import { useLogOut } from './use-log-out.ts';

type Props = {
  person: Person;
  variant?: 'default' | 'subtle';
  /** What a guest can do before, in the question. */
  beforeLeaving?: ReactNode;
};

export function LogOut({ person, variant = 'default', beforeLeaving }: Props) {
  const logOut = useLogOut(person);
  return (
    <>
      <ActionButton variant={variant} size="xs" loading={logOut.isRunning} onClick={logOut.ask}>
        {t.logOut.button}
      </ActionButton>
      {logOut.problem && !logOut.isAsking && (
        <div className={styles.wide}>
          <ErrorMessage>{t.logOut.failed(errorText(logOut.problem.code))}</ErrorMessage>
        </div>
      )}
      <LogOutDialog logOut={logOut} person={person} beforeLeaving={beforeLeaving} />
    </>
  );
}
