import { Children, type ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import styles from './Notice.module.css';
import { Words } from './Words.tsx';

type Props = {
  ground?: 'quiet' | 'good' | 'warn';
  icon?: IconName;
  children: ReactNode;
};

/** The first sentence, when another one follows it. */
const firstOfSeveral = /^(.+?[.!?؟])(\s.+)$/su;

/** What happened, in bold, then what to do. Errors are an `ErrorMessage`. */
export function Notice({
  ground = 'quiet',
  icon = ground === 'good' ? 'circle-check' : 'info',
  children,
}: Props) {
  return (
    <div className={`${styles.notice} ${styles[ground]}`}>
      <Icon name={icon} className={styles.icon} />
      <p role="status" className={styles.words}>
        {inSentences(children)}
      </p>
    </div>
  );
}

/** Draws the first sentence of a notice in bold. One sentence alone stays plain. */
export function inSentences(children: ReactNode): ReactNode {
  const [first, ...others] = Children.toArray(children);
  if (typeof first !== 'string') return children;
  const [, said = '', more = ''] = firstOfSeveral.exec(first) ?? [];
  if (!said) return [<Words key="only">{first}</Words>, ...others];
  return [<b key={said}>{said}</b>, <Words key="more">{more}</Words>, ...others];
}
