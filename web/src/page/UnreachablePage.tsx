import { Button } from '@mantine/core';
import type { Problem } from '../api/problem.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Page } from './Page.tsx';

export function UnreachablePage({ problem, again }: { problem: Problem; again: () => void }) {
  return (
    <Page title={t.pages.unreachable.title}>
      <ErrorMessage>{errorText(problem.code)}</ErrorMessage>
      <Button size="md" onClick={again}>
        {t.common.tryAgain}
      </Button>
    </Page>
  );
}
