import { useEffect, useState } from 'react';
import * as t from '../../messages/texts.ts';
import { Icon } from '../icons.tsx';
import { Words } from '../Words.tsx';
import styles from './TextAction.module.css';

const shownMs = 2000;

/** Not shown on plain HTTP: there the browser has no clipboard for pages. */
export function CopyButton({ text }: { text: () => string }) {
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);

  if (!navigator.clipboard) return null;
  return (
    <button
      type="button"
      className={styles.action}
      onClick={() => void navigator.clipboard.writeText(text()).then(() => setCopied(true))}
    >
      <Icon name="copy" size={16} />
      <Words>{isCopied ? t.common.copied : t.common.copy}</Words>
    </button>
  );
}
