import { Button } from '@mantine/core';
import type { Problem } from '../api/problem.ts';
import { errorText } from '../messages/errors.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Page } from './Page.tsx';

export function UnreachablePage({ problem, again }: { problem: Problem; again: () => void }) {
  return (
    <Page title="Foyer cannot be reached">
      <ErrorMessage>{errorText(problem.code)}</ErrorMessage>
      <Button size="md" onClick={again}>
        Try again
      </Button>
    </Page>
  );
}
