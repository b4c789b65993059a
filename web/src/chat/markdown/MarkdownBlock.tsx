import { memo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remend from 'remend';
import * as t from '../../messages/texts.ts';
import { allowedUrl } from './allowed-url.ts';
import { Code } from './Code.tsx';
import { withMath } from './math/math.ts';
import { useMath } from './math/use-math.ts';
import { OrPlain } from './OrPlain.tsx';
import { PlainText } from './PlainText.tsx';
import { Table } from './Table.tsx';
import { taskListItems } from './task-list-items.ts';

type Props = { text: string; isPlain: boolean; isGrowing: boolean };

/** Raw HTML in a reply stays text. */
export const MarkdownBlock = memo(function MarkdownBlock({ text, isPlain, isGrowing }: Props) {
  const written = withMath(text);
  const math = useMath(written !== null && !isPlain);
  if (isPlain) return <PlainText text={text} />;
  const source = math && written ? written : text;
  return (
    <OrPlain text={text}>
      <Markdown
        remarkPlugins={math ? [remarkGfm, math.remark] : [remarkGfm]}
        rehypePlugins={math ? [taskListItems, math.rehype] : [taskListItems]}
        remarkRehypeOptions={footnotes}
        urlTransform={allowedUrl}
        components={isGrowing ? growing : settled}
      >
        {isGrowing ? remend(source) : source}
      </Markdown>
    </OrPlain>
  );
});

const settled: Components = {
  pre: ({ node }) => <Code node={node} isSettled />,
  table: ({ node: _, ...rest }) => <Table {...rest} isSettled />,
  a: ({ node: _, children, href, ...rest }) =>
    href ? (
      <a {...rest} href={href} {...(isWeb(href) && { target: '_blank', rel: 'noreferrer' })}>
        {children}
      </a>
    ) : (
      children
    ),
  // A picture would be loaded from a foreign server, which would learn of the reader. Only a link is shown.
  img: ({ src, alt }) => {
    const words = alt || t.chat.thread.picture;
    return typeof src === 'string' && src ? (
      <a href={src} target="_blank" rel="noreferrer">
        {words}
      </a>
    ) : (
      words
    );
  },
};

/** Without the library's English words, and without its links inside the page. */
const footnotes = {
  footnoteLabel: '',
  footnoteLabelProperties: { hidden: true },
  footnoteBackContent: '',
};

const growing: Components = {
  ...settled,
  pre: ({ node }) => <Code node={node} isSettled={false} />,
  table: ({ node: _, ...rest }) => <Table {...rest} isSettled={false} />,
};

/** Links that call or write open another program, not another tab. */
function isWeb(href: string): boolean {
  return /^https?:/i.test(href);
}
