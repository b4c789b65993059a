import { Button } from '../../ui/Button.tsx';
import * as t from '../messages/texts.ts';
import styles from './Pager.module.css';
import { useAddress } from './use-address.ts';

/** Leads to the next page of a list. The page stands in the address: the back button leads to the one before. */
export function Pager({ next }: { next: string | null }) {
  const { get, set } = useAddress();
  if (!next && !get('after')) return null;
  const goTo = (after: string) => {
    set({ after });
    window.scrollTo({ top: 0 });
  };
  return (
    <div className={styles.pager}>
      {get('after') && (
        <Button variant="default" size="xs" onClick={() => goTo('')}>
          {t.frame.firstPage}
        </Button>
      )}
      {next && (
        <Button variant="default" size="xs" onClick={() => goTo(next)}>
          {t.frame.nextPage}
        </Button>
      )}
    </div>
  );
}
