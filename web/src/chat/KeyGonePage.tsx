import { api, type Person } from '../api.ts';
import { LogOut } from '../leaving/LogOut.tsx';
import { sentenceOf } from '../sentences.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { Frame } from '../ui/Frame.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useAct } from '../ui/use-act.ts';
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
