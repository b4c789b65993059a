import { Picture } from '../../page/frame/Picture.tsx';
import { useBrand } from '../../session/use-brand.ts';
import styles from './Arch.module.css';
import { Qr } from './Qr.tsx';

/** The door of the house, with the QR code of a link. */
export function Arch({ link, label }: { link: string; label: string }) {
  return (
    <div className={styles.arch}>
      <div className={styles.picture}>
        <Picture brand={useBrand()} />
      </div>
      <div className={styles.qr}>
        <Qr text={link} label={label} />
      </div>
    </div>
  );
}
