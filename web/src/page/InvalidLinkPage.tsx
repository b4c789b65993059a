import type { ReactNode } from 'react';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Lead } from '../ui/layout.tsx';
import { Page } from './Page.tsx';

export function InvalidLinkPage({ children }: { children: ReactNode }) {
  return (
    <Page title={t.pages.invalidLink.title}>
      <ErrorMessage>{errorText('LINK_INVALID')}</ErrorMessage>
      <Lead>{children}</Lead>
    </Page>
  );
}
