import { api } from '../api.ts';
import { sentenceOf } from '../sentences.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Refused } from '../ui/Refused.tsx';
import styles from './account.module.css';
import { Section } from './Section.tsx';
import { saveAs } from './save-as.ts';
import { useMemberAct } from './use-member-act.ts';

export function DataSection() {
  const loading = useMemberAct();

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
      <ActButton
        variant="default"
        loading={loading.isRunning}
        mustWait={loading.mustWait}
        onClick={() => void download()}
      >
        Download my data
      </ActButton>
    </Section>
  );
}
