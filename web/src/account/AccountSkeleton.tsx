import * as t from '../messages/texts.ts';
import { Bones } from '../ui/parts/Bones.tsx';
import styles from './account.module.css';

export function AccountSkeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-busy="true">
      <p className="visually-hidden">{t.common.loading}</p>
      <Bones count={9} />
    </div>
  );
}
