import { Button } from '@mantine/core';
import * as t from '../messages/texts.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useOnline } from '../ui/use-online.ts';
import { Page } from './Page.tsx';

/** Stands in for a page whose script could not be fetched: there is no line, or a newer Foyer has other scripts. */
export function LoadFailedPage({ again }: { again: () => void }) {
  const isOnline = useOnline();
  return (
    <Page title={t.pages.loadFailed.title}>
      <ErrorMessage>{t.pages.loadFailed.text}</ErrorMessage>
      <Button size="md" onClick={again}>
        {t.common.tryAgain}
      </Button>
      {isOnline && (
        <Button size="md" variant="default" onClick={() => location.reload()}>
          {t.pages.loadFailed.reload}
        </Button>
      )}
    </Page>
  );
}
