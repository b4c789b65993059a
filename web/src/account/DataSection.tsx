import { Button } from '@mantine/core';
import { api } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';
import styles from './account.module.css';
import { Section } from './Section.tsx';
import { saveAs } from './save-as.ts';

export function DataSection() {
  const loading = useAct();

  async function download() {
    const answer = await loading.run(api.myData);
    if (answer?.value) saveAs('foyer-data.json', answer.value);
  }

  return (
    <Section title="Your data">
      <p className={styles.quiet}>Everything that is kept of you, with all your chats, in one file (JSON).</p>
      {loading.problem && (
        <Refused secondsLeft={loading.secondsLeft}>{sentenceOf(loading.problem.code)}</Refused>
      )}
      <Button
        variant="default"
        loading={loading.isRunning}
        disabled={loading.mustWait}
        onClick={() => void download()}
      >
        Download my data
      </Button>
    </Section>
  );
}
