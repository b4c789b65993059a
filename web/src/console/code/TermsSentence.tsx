import { rich } from '../../ui/rich.ts';
import type { CodeInFull } from '../api/codes.ts';
import * as t from '../messages/texts.ts';
import styles from './code.module.css';

const bold = (text: string) => <b key={text}>{text}</b>;

/** All terms of a code, as one would say them. */
export function TermsSentence({ code }: { code: CodeInFull }) {
  const text = t.code.terms;
  const isLogin = code.kind === 'login';
  const lets = isLogin ? text.guests : text.accounts;
  return (
    <p className={styles.said}>
      {rich(lets(code.allowed, t.zoned.from(code.validFrom), t.zoned.until(code.validUntil), bold))}
      {rich(text.left(code.remaining, bold))}
      {code.assistant !== null && text.assistant(code.assistantName ?? code.assistant)}
      {code.messagesPerPerson !== null && text.messages(code.messagesPerPerson)}
      {code.messagesPerDay !== null && text.messagesPerDay(code.messagesPerDay)}
      {code.minutesPerPerson !== null && text.minutes(code.minutesPerPerson)}
      {code.peopleAtOnce !== null && text.atOnce(code.peopleAtOnce)}
      {code.tokenBudget !== null && text.budget(code.tokenBudget)}
      {isLogin ? text.guestsErased : text.accountsStay}
    </p>
  );
}
