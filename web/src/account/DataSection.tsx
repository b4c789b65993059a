import { api } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { Section } from '../page/Section.tsx';
import { useMemberAct } from '../session/use-member-submit.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from './account.module.css';
import { saveAs } from './save-as.ts';

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
