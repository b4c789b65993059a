import type { ReactNode } from 'react';
import { Link } from 'wouter';
import * as t from '../../messages/texts.ts';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import { Lead, Under } from '../../ui/layout.tsx';
import { rich } from '../../ui/rich.ts';

export function RegistrationClosedPage({ notice }: { notice: ReactNode }) {
  return (
    <Page title={t.register.closed.title}>
      {notice}
      <Lead>{t.register.closed.text}</Lead>
      <Under>{rich(t.register.haveAccount((text) => <Link href={paths.login}>{text}</Link>))}</Under>
    </Page>
  );
}
