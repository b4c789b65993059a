import type { ReactNode } from 'react';
import type { Person } from '../api/session.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { LogOutQuestion, logOutTitle } from './LogOutQuestion.tsx';
import type { LogOutFlow } from './use-log-out.ts';

type Props = { logOut: LogOutFlow; person: Person; beforeLeaving?: ReactNode };

export function LogOutDialog({ logOut, person, beforeLeaving }: Props) {
  return (
    <Dialog isOpen={logOut.isAsking} onClose={logOut.stay} title={logOutTitle(person)}>
      <LogOutQuestion logOut={logOut} person={person} beforeLeaving={beforeLeaving} />
    </Dialog>
  );
}
