import { Button } from '@mantine/core';
import type { Problem } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { Frame } from './Frame.tsx';
import { Refused } from './Refused.tsx';

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
