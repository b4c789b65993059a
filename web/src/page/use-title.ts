import { useEffect } from 'react';
import * as t from '../messages/texts.ts';
import { useBrand } from '../session/use-brand.ts';

export function useTitle(title: string) {
  const { name } = useBrand();
  useEffect(() => {
    document.title = t.common.documentTitle(title, name);
  }, [title, name]);
}
