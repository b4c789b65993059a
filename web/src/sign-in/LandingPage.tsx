import type { Access as Offer } from '@foyer/policy';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { Choices, Lead } from '../ui/layout.tsx';
import { GuestButton } from './GuestButton.tsx';

type Props = { offer: Extract<Offer, { page: 'landing' }>; bootstrap: Bootstrap; notice: ReactNode };

export function LandingPage({ offer, bootstrap, notice }: Props) {
  const [, go] = useLocation();
  const isGuestOpen = offer.guest && bootstrap.guestAccess !== 'closed';
  return (
    <Page title={t.signIn.landing.title}>
      {notice}
      <Lead>{leadOf(isGuestOpen, bootstrap.settings.loginCodes)}</Lead>
      <Choices>
        {offer.guest && <GuestButton isOpen={bootstrap.guestAccess !== 'closed'} isMain />}
        <Button size="md" variant={isGuestOpen ? 'default' : 'filled'} onClick={() => go(paths.login)}>
          {t.common.login}
        </Button>
        {offer.register && (
          <Button size="md" variant="default" onClick={() => go(paths.register)}>
            {t.common.register}
          </Button>
        )}
      </Choices>
    </Page>
  );
}

function leadOf(isGuestOpen: boolean, loginCodes: 'enabled' | 'disabled'): string {
  if (isGuestOpen) return t.signIn.landing.asGuest;
  return loginCodes === 'enabled' ? t.signIn.landing.withCode : t.signIn.landing.withAccount;
}
