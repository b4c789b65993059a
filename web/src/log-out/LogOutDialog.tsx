import type { Person } from '../api/session.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { LogOutQuestion, logOutTitle } from './LogOutQuestion.tsx';
import type { LogOutFlow } from './use-log-out.ts';

export function LogOutDialog({ logOut, person }: { logOut: LogOutFlow; person: Person }) {
  return (
    <Dialog isOpen={logOut.isAsking} onClose={logOut.stay} title={logOutTitle(person)}>
      <LogOutQuestion logOut={logOut} person={person} />
    </Dialog>
  );
}
