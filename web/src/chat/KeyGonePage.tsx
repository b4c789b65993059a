import { accountApi } from '../api/account.ts';
import type { Person } from '../api/session.ts';
import { LogOut } from '../log-out/LogOut.tsx';
import { errorText } from '../messages/errors.ts';
import { Page } from '../page/Page.tsx';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './KeyGonePage.module.css';

/** A guest whose browser has lost what opens their chats: nobody can read them any more. */
export function KeyGonePage({ person, onBegun }: { person: Person; onBegun: () => void }) {
  const beginning = useSubmit();

  const begin = () => beginning.run(accountApi.replaceKey, ({ problem }) => !problem && onBegun());

  return (
    <Page title="Your chats can no longer be opened">
      <p>
        Only this browser could open them, by a cookie that is gone: it may have been cleared, or blocked.
        Nobody else can read them either.
      </p>
      <p>You are still a guest here. You can start afresh: the old chats are deleted for good.</p>
      {beginning.problem && (
        <ErrorMessage secondsLeft={beginning.secondsLeft}>{errorText(beginning.problem.code)}</ErrorMessage>
      )}
      <div className={styles.choices}>
        <ActionButton
          size="md"
          loading={beginning.isRunning}
          mustWait={beginning.mustWait}
          onClick={() => void begin()}
        >
          Start afresh
        </ActionButton>
        <LogOut person={person} />
      </div>
    </Page>
  );
}
