import type { ReactNode } from 'react';
import * as t from '../../messages/texts.ts';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import layout from '../../ui/layout.module.css';
import { Aside, Lead } from '../../ui/layout.tsx';
import { rich } from '../../ui/rich.ts';
import { ConfirmByCode } from './ConfirmByCode.tsx';
import mail from './mail.module.css';

/** It does not say whether the account existed before. */
export default function CheckYourMailPage({ email, onAnother }: { email: string; onAnother: () => void }) {
  return (
    <Page title={t.email.check.title}>
      <Lead>{rich(t.email.check.text<ReactNode>(<span className={mail.address}>{email}</span>))}</Lead>
      <Aside>{t.email.nothingArrived}</Aside>
      <ConfirmByCode email={email} isSignedIn={false} resend="soon" />
      <div className={layout.between}>
        <Button variant="subtle" size="xs" onClick={onAnother}>
          {t.common.useAnotherAddress}
        </Button>
        <LinkButton variant="subtle" size="xs" href={paths.login}>
          {t.common.login}
        </LinkButton>
      </div>
    </Page>
  );
}
