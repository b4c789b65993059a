import { Link } from 'wouter';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './search.module.css';
import type { useSearch } from './use-search.ts';

type FieldProps = { text: string; onText: (text: string) => void };

const longestText = 200;

export function SearchField({ text, onText }: FieldProps) {
  return (
    <div className={styles.find}>
      <Icon name="search" />
      <input
        type="search"
        dir={text ? 'auto' : undefined}
        className={styles.field}
        aria-label={t.chat.list.search}
        placeholder={t.chat.list.search}
        autoComplete="off"
        maxLength={longestText}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !text) return;
          // Escape would also close the list on a phone.
          event.stopPropagation();
          onText('');
        }}
      />
    </div>
  );
}

type FoundProps = { found: ReturnType<typeof useSearch>; onChoose: () => void };

export function SearchResults({ found: { matches, isRunning, problem }, onChoose }: FoundProps) {
  return (
    <>
      <p role="status" className={styles.state}>
        {isRunning ? t.chat.list.searching : !problem && t.chat.list.found(matches.length)}
      </p>
      {problem && <ErrorMessage>{errorText(problem.code)}</ErrorMessage>}
      <ul className={styles.results}>
        {matches.map(({ chatId, messageId, title, excerpt }) => (
          <li key={`${chatId} ${messageId}`}>
            <Link href={paths.chat(chatId)} className={styles.result} onClick={onChoose}>
              <b dir="auto">{title}</b>
              {messageId !== null && <span dir="auto">{excerpt}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
