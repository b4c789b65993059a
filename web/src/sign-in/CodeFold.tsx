import { useState } from 'react';
import * as t from '../messages/texts.ts';
import { Fold } from '../ui/parts/Fold.tsx';
import { InvitationCodeForm } from './InvitationCodeForm.tsx';

type Props = {
  /** A login code that was typed elsewhere: then the field is open. */
  typed?: string;
  canRegister: boolean;
};

/** The field for a login code, where there are other ways in. */
export function CodeFold({ typed = '', canRegister }: Props) {
  const [isOpen, setOpen] = useState(typed !== '');
  return (
    <Fold label={t.signIn.login.haveCode} isOpen={isOpen} onToggle={setOpen}>
      <InvitationCodeForm key={typed} typed={typed} canRegister={canRegister} takesFocus />
    </Fold>
  );
}
