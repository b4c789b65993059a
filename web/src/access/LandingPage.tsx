import type { Access as Offer } from '@foyer/policy';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Access } from '../api.ts';
import { Frame } from '../ui/Frame.tsx';
import styles from './access.module.css';
import { GuestButton } from './GuestButton.tsx';

type Props = { offer: Extract<Offer, { page: 'landing' }>; access: Access; notice: ReactNode };

export function LandingPage({ offer, access, notice }: Props) {
  const [, go] = useLocation();
  return (
    <Frame title="An AI chat, by invitation">
      {notice}
      <p className={styles.lead}>
        {offer.guest
          ? 'Try it as a guest, without an account: your chats are deleted when you leave. With an account they stay.'
          : 'Log in to go on with your chats. If you were given an invitation code, it opens the door.'}
      </p>
      <div className={styles.choices}>
        {offer.guest && <GuestButton isOpen={access.guestAccess !== 'closed'} />}
        <Button size="md" variant={offer.guest ? 'default' : 'filled'} onClick={() => go('/login')}>
          Login
        </Button>
        {offer.register && (
          <Button size="md" variant="default" onClick={() => go('/register')}>
            Register
          </Button>
        )}
      </div>
    </Frame>
  );
}
