import { accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
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
    <Section title={t.account.data.title}>
      <p className={styles.quiet}>{t.account.data.text}</p>
      {loading.problem && (
        <ErrorMessage secondsLeft={loading.secondsLeft}>{errorText(loading.problem.code)}</ErrorMessage>
      )}
      <ActionButton
        variant="default"
        loading={loading.isRunning}
        mustWait={loading.mustWait}
        onClick={() => void download()}
      >
        {t.account.data.button}
      </ActionButton>
    </Section>
  );
}
