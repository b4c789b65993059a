import { Link } from 'wouter';
import { Refused } from '../ui/Refused.tsx';
import { useVisit } from '../visit.ts';
import styles from './ChatPage.module.css';

/** A guest has opened a link with a registration code: nothing is spent, and it can make them a member. */
export function CodeForAccount({ isNeeded }: { isNeeded: boolean }) {
  const visit = useVisit();
  return (
    <div className={styles.notice}>
      <Refused>
        You are already signed in, and the code in your link was not used.{' '}
        {isNeeded
          ? 'With it you can create an account, and your chats stay.'
          : 'You can create an account without it, and your chats stay.'}{' '}
        <Link href="/create-account">
          {isNeeded ? 'Create account with it' : 'Create account without it'}
        </Link>{' '}
        <button type="button" className="text-button" onClick={visit.dropLink}>
          Dismiss
        </button>
      </Refused>
    </div>
  );
}
