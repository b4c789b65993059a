import './highlight.css';
import { Box } from '@mantine/core';
import type { ExtraProps } from 'react-markdown';
import * as t from '../../messages/texts.ts';
import { CopyButton } from '../../ui/text-actions/CopyButton.tsx';
import styles from './parts.module.css';
import { useColours } from './use-colours.ts';

type Props = { node: ExtraProps['node']; isSettled: boolean };

const names: Record<string, string> = {
  bash: 'Bash',
  c: 'C',
  cpp: 'C++',
  cs: 'C#',
  csharp: 'C#',
  css: 'CSS',
  go: 'Go',
  html: 'HTML',
  java: 'Java',
  javascript: 'JavaScript',
  js: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  php: 'PHP',
  py: 'Python',
  python: 'Python',
  r: 'R',
  ruby: 'Ruby',
  rust: 'Rust',
  sh: 'Shell',
  shell: 'Shell',
  sql: 'SQL',
  swift: 'Swift',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  xml: 'XML',
  yaml: 'YAML',
};

/** Words to copy, as a letter: they wrap, in the type of the text. */
const proseLanguages = ['', 'text', 'txt', 'plain', 'plaintext', 'markdown', 'md', 'letter', 'email'];

/** Code that is wider than the page scrolls inside its own box, by keyboard too. */
export function Code({ node, isSettled }: Props) {
  const { code, language } = codeIn(node);
  const runs = useColours(code, isSettled ? language : '');
  const isProse = language !== '' && proseLanguages.includes(language);
  return (
    <div className={styles.box}>
      <div className={styles.head} dir={document.dir}>
        <span>{nameOf(language)}</span>
        {isSettled && <CopyButton text={() => code} />}
      </div>
      <Box component="pre" dir={isProse ? 'auto' : 'ltr'} data-prose={isProse || undefined} tabIndex={0}>
        <code translate={isProse ? undefined : 'no'}>
          {runs?.map(({ at, text, className }) => (
            <span key={at} className={className}>
              {text}
            </span>
          )) ?? code}
        </code>
      </Box>
    </div>
  );
}

/** The kind of code in words. Names of languages are the same everywhere. */
function nameOf(language: string): string {
  if (language === '') return t.chat.thread.code;
  const name = names[language.toLowerCase()];
  return name ?? language;
}

/** The text of a code block, and its language; an empty text for none. */
function codeIn(node: ExtraProps['node']): { code: string; language: string } {
  const [inner] = node?.children ?? [];
  if (inner?.type !== 'element') return { code: '', language: '' };
  const code = inner.children.map((part) => (part.type === 'text' ? part.value : '')).join('');
  const [name = ''] = [inner.properties.className].flat();
  return { code, language: String(name).replace(/^language-/, '') };
}
