import { useEffect } from 'react';
import * as t from '../messages/texts.ts';

export function useTitle(title: string) {
  useEffect(() => {
    document.title = t.common.documentTitle(title);
  }, [title]);
}
