import type { ReactNode } from 'react';
import { sentenceOf } from '../messages/errors.ts';
import { Refused } from '../ui/ErrorMessage.tsx';
import styles from '../ui/layout.module.css';
import { Frame } from './Page.tsx';

/** The link of a mail is of no use any more. */
export function InvalidLinkPage({ children }: { children: ReactNode }) {
  return (
    <Frame title="This link does not work">
      <Refused>{sentenceOf('LINK_INVALID')}</Refused>
      <p className={styles.lead}>{children}</p>
    </Frame>
  );
}
