import { accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { saveAs } from '../ui/hooks/save-as.ts';
import { Aside } from '../ui/layout.tsx';
import { Section } from '../ui/Section.tsx';

export function DataSection() {
  const loading = useMemberSubmit();

  async function download() {
    const answer = await loading.run(accountApi.exportData);
    if (answer?.value) saveAs('foyer-data.json', JSON.stringify(answer.value, null, 2), 'application/json');
  }

  return (
    <Section title={t.account.data.title}>
      <Aside>{t.account.data.text}</Aside>
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
