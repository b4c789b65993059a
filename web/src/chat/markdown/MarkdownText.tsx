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
      {blocks.slice(0, drawn).map((block) => (
        <MarkdownBlock
          key={block.at}
          text={block.text}
          isPlain={block.isPlain}
          isGrowing={isGrowing && block === blocks.at(-1)}
        />
      ))}
    </div>
  );
});
