import { Box } from '@mantine/core';
import { memo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import * as t from '../../messages/texts.ts';
import { Code } from './Code.tsx';
import styles from './MarkdownText.module.css';
import { OrPlain } from './OrPlain.tsx';
import { PlainText } from './PlainText.tsx';

type Props = { text: string; isPlain: boolean; isGrowing: boolean };

/** Raw HTML in a reply stays text. */
export const MarkdownBlock = memo(function MarkdownBlock({ text, isPlain, isGrowing }: Props) {
  if (isPlain) return <PlainText text={text} />;
  return (
    <OrPlain text={text}>
      <Markdown remarkPlugins={[remarkGfm]} components={isGrowing ? growing : settled}>
        {text}
      </Markdown>
    </OrPlain>
  );
});

const settled: Components = {
  pre: ({ node }) => <Code node={node} isColoured />,
  // A table that is wider than the page scrolls inside its own box, by keyboard too.
  table: ({ node: _, ...rest }) => (
    <Box tabIndex={0} className={styles.table}>
      <table {...rest} />
    </Box>
  ),
  a: ({ node: _, children, ...rest }) => (
    <a {...rest} target="_blank" rel="noreferrer">
      {children}
    </a>
  ),
  // A picture would be loaded from a foreign server, which would learn of the reader. Only a link is shown.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noreferrer">
      {alt || t.chat.thread.picture}
    </a>
  ),
};

const growing: Components = { ...settled, pre: ({ node }) => <Code node={node} isColoured={false} /> };
