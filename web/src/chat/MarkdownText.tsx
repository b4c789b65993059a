import { Box } from '@mantine/core';
import { memo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import './highlight.css';
import styles from './MarkdownText.module.css';

/** A reply as Markdown. Raw HTML in it stays text. */
export default memo(function MarkdownText({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeHighlight]} components={components}>
        {text}
      </Markdown>
    </div>
  );
});

const components: Components = {
  // What is wider than the page scrolls inside itself, by keyboard too.
  pre: ({ node: _, ref: __, ...rest }) => <Box component="pre" tabIndex={0} {...rest} />,
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
  // A picture would be fetched from a stranger's server: its address is shown instead.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noreferrer">
      {alt || 'Picture'}
    </a>
  ),
};
