import { useEffect, useState } from 'react';
import * as t from '../../messages/texts.ts';

const shownMs = 2000;

/** Not shown on plain HTTP: there the browser has no clipboard for pages. */
export function CopyButton({ text }: { text: string }) {
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
      className="text-button"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {isCopied ? t.chat.thread.copied : t.chat.thread.copy}
    </button>
  );
}
