import { useEffect, useState } from 'react';
import { useLatest } from '../../ui/hooks/use-latest.ts';

/** Takes a file that is dropped anywhere on the page. True while one is held above it. */
export function useDrop(onFile: (file: File) => void): boolean {
  const latest = useLatest(onFile);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent) => {
      // Otherwise the browser opens the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) latest.current(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [latest]);

  return isOver;
}
