import { memo } from 'react';
import { blocksOf } from './blocks.ts';
import { MarkdownBlock } from './MarkdownBlock.tsx';
import styles from './MarkdownText.module.css';
import { useGradually } from './use-gradually.ts';

type Props = {
  text: string;
  isGrowing: boolean;
};

export default memo(function MarkdownText({ text, isGrowing }: Props) {
  const blocks = blocksOf(text);
  const drawn = useGradually(blocks.map(({ cost }) => cost));
  return (
    <div className={styles.text}>
      {blocks.slice(0, drawn).map((block) => {
        const isLast = isGrowing && block === blocks.at(-1);
        // A translator rewrites what it is offered: a block is offered once it is settled, as a new element.
        return (
          <div
            key={isLast ? `${block.at} growing` : block.at}
            dir="auto"
            translate={isLast ? 'no' : undefined}
            className={styles.block}
          >
            <MarkdownBlock text={block.text} isPlain={block.isPlain} isGrowing={isLast} />
          </div>
        );
      })}
    </div>
  );
});
