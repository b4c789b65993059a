import { Box } from '@mantine/core';
import { type ComponentProps, useRef } from 'react';
import * as t from '../../messages/texts.ts';
import { CopyButton } from '../../ui/text-actions/CopyButton.tsx';
import styles from './parts.module.css';

type Props = ComponentProps<'table'> & { isSettled: boolean };

/** A table that is wider than the page scrolls inside its own box, by keyboard too. */
export function Table({ isSettled, ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.box}>
      <div className={styles.head} dir={document.dir}>
        <span>{t.chat.thread.table}</span>
        {isSettled && <CopyButton text={() => cellsOf(box.current)} />}
      </div>
      <Box ref={box} tabIndex={0} className={styles.table}>
        <table {...rest} dir="auto" />
      </Box>
    </div>
  );
}

/** As spreadsheets take it: a line for each row, tabs between the cells. */
function cellsOf(box: HTMLElement | null): string {
  const rows = [...(box?.querySelectorAll('tr') ?? [])];
  return rows
    .map((row) =>
      [...row.cells].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()).join('\t'),
    )
    .join('\n');
}
