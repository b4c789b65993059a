import { accountApi } from '../api/account.ts';
import { errorText } from '../messages/errors.ts';
import { Section } from '../page/Section.tsx';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import styles from './account.module.css';
import { saveAs } from './save-as.ts';

export function DataSection() {
  const loading = useMemberSubmit();

  async function download() {
    const answer = await loading.run(accountApi.exportData);
    if (answer?.value) saveAs('foyer-data.json', answer.value);
  }

  return (
    <Section title="Your data">
      <p className={styles.quiet}>Everything that is kept of you, with all your chats, in one file (JSON).</p>
      {loading.problem && (
        <ErrorMessage secondsLeft={loading.secondsLeft}>{errorText(loading.problem.code)}</ErrorMessage>
      )}
      <ActionButton
        variant="default"
        loading={loading.isRunning}
        mustWait={loading.mustWait}
        onClick={() => void download()}
      >
        Download my data
      </ActionButton>
    </Section>
  );
}
