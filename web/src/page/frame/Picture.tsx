import type { Bootstrap } from '../../api/session.ts';
import { isFoyer } from '../../session/use-brand.ts';
import { FoyerMark } from './FoyerMark.tsx';
import styles from './Picture.module.css';

/** The picture of the house: its logo, else the first letter of its name in an arch. */
export function Picture({ brand }: { brand: Bootstrap['brand'] }) {
  if (brand.logo) return <img src={brand.logo} alt="" width={60} height={60} className={styles.logo} />;
  if (isFoyer(brand)) return <FoyerMark className={styles.mark} />;
  const [first] = new Intl.Segmenter().segment(brand.name);
  return (
    <span aria-hidden="true" className={styles.letter}>
      {first?.segment.toLocaleUpperCase()}
    </span>
  );
}
