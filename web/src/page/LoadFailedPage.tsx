import * as t from '../messages/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useOnline } from '../ui/hooks/use-online.ts';
import { Page } from './Page.tsx';

/** Shown when the script of a page did not load: the connection is down, or a newer build has other scripts. */
export function LoadFailedPage({ again }: { again: () => void }) {
  const isOnline = useOnline();
  return (
    <Page title={t.pages.loadFailed.title}>
      <ErrorMessage>{t.pages.loadFailed.text}</ErrorMessage>
      <Button onClick={again}>{t.common.tryAgain}</Button>
      {isOnline && (
        <Button variant="default" onClick={() => location.reload()}>
          {t.pages.loadFailed.reload}
        </Button>
      )}
    </Page>
  );
}
