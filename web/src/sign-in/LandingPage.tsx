import type { Access as Offer } from '@foyer/policy';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';
import { GuestButton } from './GuestButton.tsx';

type Props = { offer: Extract<Offer, { page: 'landing' }>; bootstrap: Bootstrap; notice: ReactNode };

export function LandingPage({ offer, bootstrap, notice }: Props) {
  const [, go] = useLocation();
  const isGuestOpen = offer.guest && bootstrap.guestAccess !== 'closed';
  return (
    <Page title="An AI chat, by invitation">
      {notice}
      <p className={styles.lead}>{leadOf(isGuestOpen, bootstrap.settings.loginCodes)}</p>
      <div className={styles.choices}>
        {offer.guest && <GuestButton isOpen={bootstrap.guestAccess !== 'closed'} isMain />}
        <Button size="md" variant={isGuestOpen ? 'default' : 'filled'} onClick={() => go(paths.login)}>
          Login
        </Button>
        {offer.register && (
          <Button size="md" variant="default" onClick={() => go(paths.register)}>
            Register
          </Button>
        )}
      </div>
    </Page>
  );
}

function leadOf(isGuestOpen: boolean, loginCodes: 'enabled' | 'disabled'): string {
  if (isGuestOpen) {
    return 'Try it as a guest, without an account: your chats are deleted when you log out. With an account they stay.';
  }
  return loginCodes === 'enabled'
    ? 'Come in with your account, or with the invitation code that you were given.'
    : 'Come in with your account.';
}
