import * as t from '../../messages/texts.ts';
import styles from './assistant.module.css';
import { phoneNumbersIn } from './phone-numbers.ts';

/** Where people find help outside of this chat. Always on screen. */
export function HelpLines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul aria-label={t.chat.help} className={styles.help}>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {phoneNumbersIn(line).map(({ at, text, tel }) =>
            tel === null ? (
              text
            ) : (
              <a key={at} href={`tel:${tel}`}>
                {text}
              </a>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}
