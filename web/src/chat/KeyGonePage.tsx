import { api, type Person } from '../api/client.ts';
import { LogOut } from '../log-out/LogOut.tsx';
import { sentenceOf } from '../messages/errors.ts';
import { Frame } from '../page/Page.tsx';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import { useAct } from '../ui/use-submit.ts';
import styles from './KeyGonePage.module.css';

/** A guest whose browser has lost what opens their chats: nobody can read them any more. */
export function KeyGonePage({ person, onBegun }: { person: Person; onBegun: () => void }) {
  const beginning = useAct();

  const begin = () => beginning.run(api.newKey, ({ problem }) => !problem && onBegun());

  return (
    <Frame title="Your chats can no longer be opened">
      <p>
        Only this browser could open them, by a cookie that is gone: it may have been cleared, or blocked.
        Nobody else can read them either.
      </p>
      <p>You are still a guest here. You can start afresh: the old chats are deleted for good.</p>
      {beginning.problem && (
        <Refused secondsLeft={beginning.secondsLeft}>{sentenceOf(beginning.problem.code)}</Refused>
      )}
      <div className={styles.choices}>
        <ActButton
          size="md"
          loading={beginning.isRunning}
          mustWait={beginning.mustWait}
          onClick={() => void begin()}
        >
          Start afresh
        </ActButton>
        <LogOut person={person} />
      </div>
    </Frame>
  );
}
