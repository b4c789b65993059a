import { useEffect, useState } from 'react';
import { common } from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './CopyText.module.css';

const shownMs = 2000;

type Props = { text: string; label: string; variant?: 'filled' | 'default' | 'subtle' };

/** Copies a text. On plain HTTP the browser has no clipboard for pages: there the text itself is shown, to select. */
export function CopyText({ text, label, variant = 'default' }: Props) {
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);

  if (!navigator.clipboard)
    return (
      <textarea
        readOnly
        rows={Math.min(6, Math.max(2, text.split('\n').length))}
        aria-label={label}
        className={styles.text}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    );
  return (
    <Button
      variant={variant}
      size="xs"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <Icon name="copy" />
      <Words>{isCopied ? common.copied : label}</Words>
    </Button>
  );
}
