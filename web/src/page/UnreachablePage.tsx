import type { Problem } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useComeBack } from '../ui/hooks/use-come-back.ts';
import { Page } from './Page.tsx';

/** Goes away by itself when the server can be reached again. */
export function UnreachablePage({ problem, again }: { problem: Problem; again: () => void }) {
  useComeBack(problem, again);
  return (
    <Page title={t.pages.unreachable.title}>
      <ErrorMessage>{errorText(problem.code)}</ErrorMessage>
      <Button onClick={again}>{t.common.tryAgain}</Button>
    </Page>
  );
}
