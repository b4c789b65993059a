import { accountApi } from '../api/account.ts';
import type { Person } from '../api/session.ts';
import { LogOut } from '../log-out/LogOut.tsx';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Choices } from '../ui/layout.tsx';

/** For a guest whose browser has lost the key cookie: nobody can read the old chats any more. */
export function KeyGonePage({ person, onStarted }: { person: Person; onStarted: () => void }) {
  const beginning = useSubmit();

  const begin = () => beginning.run(accountApi.replaceKey, ({ problem }) => !problem && onStarted());

  return (
    <Page title={t.chat.keyGone.title}>
      <p>{t.chat.keyGone.why}</p>
      <p>{t.chat.keyGone.what}</p>
      {beginning.problem && (
        <ErrorMessage secondsLeft={beginning.secondsLeft}>{errorText(beginning.problem.code)}</ErrorMessage>
      )}
      <Choices>
        <ActionButton
          size="md"
          loading={beginning.isRunning}
          mustWait={beginning.mustWait}
          onClick={() => void begin()}
        >
          {t.chat.keyGone.button}
        </ActionButton>
        <LogOut person={person} />
      </Choices>
    </Page>
  );
}
