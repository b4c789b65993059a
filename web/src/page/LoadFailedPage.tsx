import { Button } from '@mantine/core';
import { Refused } from '../ui/ErrorMessage.tsx';
import { useOnline } from '../ui/use-online.ts';
import { Frame } from './Page.tsx';

/** Stands in for a page whose script could not be fetched: there is no line, or a newer Foyer has other scripts. */
export function UnfetchedPage({ again }: { again: () => void }) {
  const isOnline = useOnline();
  return (
    <Frame title="This page could not be loaded">
      <Refused>The connection broke, or Foyer was updated meanwhile.</Refused>
      <Button size="md" onClick={again}>
        Try again
      </Button>
      {isOnline && (
        <Button size="md" variant="default" onClick={() => location.reload()}>
          Load all of Foyer again
        </Button>
      )}
    </Frame>
  );
}
