import { Button } from '@mantine/core';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useOnline } from '../ui/use-online.ts';
import { Page } from './Page.tsx';

/** Stands in for a page whose script could not be fetched: there is no line, or a newer Foyer has other scripts. */
export function LoadFailedPage({ again }: { again: () => void }) {
  const isOnline = useOnline();
  return (
    <Page title="This page could not be loaded">
      <ErrorMessage>The connection broke, or Foyer was updated meanwhile.</ErrorMessage>
      <Button size="md" onClick={again}>
        Try again
      </Button>
      {isOnline && (
        <Button size="md" variant="default" onClick={() => location.reload()}>
          Load all of Foyer again
        </Button>
      )}
    </Page>
  );
}
