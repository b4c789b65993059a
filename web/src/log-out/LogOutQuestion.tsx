import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Person } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { canUpgrade } from '../session/can-upgrade.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { DialogActions, DialogBody } from '../ui/layout.tsx';
import { Losses } from './Losses.tsx';
import type { LogOutFlow } from './use-log-out.ts';

type Props = { logOut: LogOutFlow; person: Person | null; beforeLeaving?: ReactNode };

export function LogOutQuestion({ logOut, person, beforeLeaving }: Props) {
  const [, go] = useLocation();
  const canStay = person !== null && canUpgrade(person);
  const isMember = person !== null && !person.isGuest;
  return (
    <DialogBody>
      <p>{lossText(person)}</p>
      {person?.isGuest && <Losses />}
      {logOut.problem && <ErrorMessage>{failureText(person, errorText(logOut.problem.code))}</ErrorMessage>}
      <DialogActions>
        <ActionButton
          variant={isMember ? 'filled' : 'danger'}
          loading={logOut.isRunning}
          onClick={logOut.leave}
        >
          {isMember ? t.logOut.logOutOfAccount : t.logOut.logOutAndDelete}
        </ActionButton>
        {canStay && (
          <Button variant="default" onClick={() => go(paths.createAccount)}>
            {t.common.createAccount}
          </Button>
        )}
        {person?.isGuest && beforeLeaving}
        <Button variant="subtle" onClick={logOut.stay} data-autofocus>
          {t.logOut.stay}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

export function logOutTitle(person: Person | null): string {
  if (!person) return t.logOut.title;
  return person.isGuest ? t.logOut.titleForGuest : t.logOut.titleForNewMember;
}

function lossText(person: Person | null): string {
  if (!person) return t.logOut.textForUnknown;
  if (!person.isGuest) return t.logOut.textForNewMember(person.email ?? '');
  return canUpgrade(person) ? t.logOut.textForUpgradableGuest : t.logOut.textForGuest;
}

function failureText(person: Person | null, reason: string): string {
  if (!person) return reason;
  return person.isGuest ? t.logOut.failedForGuest(reason) : t.logOut.failed(reason);
}
