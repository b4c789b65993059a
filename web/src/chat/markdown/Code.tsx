import './highlight.css';
import { Box } from '@mantine/core';
import type { ExtraProps } from 'react-markdown';
import { useColours } from './use-colours.ts';

type Props = { node: ExtraProps['node']; isColoured: boolean };

/** Code that is wider than the page scrolls inside its own box, by keyboard too. */
export function Code({ node, isColoured }: Props) {
  const { code, language } = codeIn(node);
  const runs = useColours(code, isColoured ? language : '');
  return (
    <Box component="pre" tabIndex={0}>
      <code>
        {runs?.map(({ at, text, className }) => (
          <span key={at} className={className}>
            {text}
          </span>
        )) ?? code}
      </code>
    </Box>
  );
}

/** The text of a code block, and its language; an empty text for none. */
function codeIn(node: ExtraProps['node']): { code: string; language: string } {
  const [inner] = node?.children ?? [];
  if (inner?.type !== 'element') return { code: '', language: '' };
  const code = inner.children.map((part) => (part.type === 'text' ? part.value : '')).join('');
  const [name = ''] = [inner.properties.className].flat();
  return { code, language: String(name).replace(/^language-/, '') };
}
