import type { Person } from '../api/client.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { LeaveQuestion, titleOfLeaving } from './LogOutQuestion.tsx';
import type { Leaving } from './use-log-out.ts';

export function LeaveDialog({ leaving, person }: { leaving: Leaving; person: Person }) {
  return (
    <Dialog isOpen={leaving.isAsking} onClose={leaving.stay} title={titleOfLeaving(person)}>
      <LeaveQuestion leaving={leaving} person={person} />
    </Dialog>
  );
}
