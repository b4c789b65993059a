import { Button } from '@mantine/core';
import type { Problem } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { Refused } from '../ui/ErrorMessage.tsx';
import { Frame } from './Page.tsx';

export function UnreachablePage({ problem, again }: { problem: Problem; again: () => void }) {
  return (
    <Frame title="Foyer cannot be reached">
      <Refused>{sentenceOf(problem.code)}</Refused>
      <Button size="md" onClick={again}>
        Try again
      </Button>
    </Frame>
  );
}
