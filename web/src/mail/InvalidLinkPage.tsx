import type { ReactNode } from 'react';
import styles from '../access/access.module.css';
import { sentenceOf } from '../sentences.ts';
import { Frame } from '../ui/Frame.tsx';
import { Refused } from '../ui/Refused.tsx';

/** The link of a mail is of no use any more. */
export function InvalidLinkPage({ children }: { children: ReactNode }) {
  return (
    <Frame title="This link does not work">
      <Refused>{sentenceOf('LINK_INVALID')}</Refused>
      <p className={styles.lead}>{children}</p>
    </Frame>
  );
}
