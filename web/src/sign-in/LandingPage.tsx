import type { Access as Offer } from '@foyer/policy';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Bootstrap } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { isFoyer } from '../session/use-brand.ts';
import { Button } from '../ui/Button.tsx';
import layout from '../ui/layout.module.css';
import { Choices, Divider, Lead, Under } from '../ui/layout.tsx';
import { CodeFold } from './CodeFold.tsx';
import { GuestButton } from './GuestButton.tsx';

type Props = { offer: Extract<Offer, { page: 'landing' }>; bootstrap: Bootstrap; notice: ReactNode };

export function LandingPage({ offer, bootstrap, notice }: Props) {
  const [, go] = useLocation();
  const isGuestOpen = offer.guest && bootstrap.guestAccess !== 'closed';
  const hasCodes = offer.guest || offer.codeField !== 'none';
  const { brand } = bootstrap;
  const text = t.signIn.landing;
  return (
    <Page title={text.title} isWelcome>
      {notice}
      <Lead>{isFoyer(brand) ? text.lead : text.leadOf(brand.name)}</Lead>
      {hasCodes && (
        <>
          <Choices>
            {offer.guest && <GuestButton isOpen={isGuestOpen} isMain />}
            {isGuestOpen && <Under>{text.asGuest}</Under>}
            {offer.codeField !== 'none' && <CodeFold canRegister={offer.register} />}
          </Choices>
          <Divider>{text.orKeep}</Divider>
        </>
      )}
      <div className={layout.two}>
        <Button variant={isGuestOpen ? 'default' : 'filled'} onClick={() => go(paths.login)}>
          {t.common.login}
        </Button>
        {offer.register && (
          <Button variant="default" onClick={() => go(paths.register)}>
            {t.common.register}
          </Button>
        )}
      </div>
      {!hasCodes && <Under>{text.withAccount}</Under>}
    </Page>
  );
}
