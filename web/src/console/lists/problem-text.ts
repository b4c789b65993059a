import { errorText } from '../../messages/error-text.ts';
import type { Problem } from '../api/problem.ts';
import * as t from '../messages/texts.ts';

/** The text that the console shows for a problem. */
export function problemText({ code, message }: Problem): string {
  if (code === 'INVALID_INPUT' && message) return t.errors.invalidInput(message.replace(/\.$/, ''));
  if (code === 'CHANGE_REFUSED' && message) return `${t.errors.CHANGE_REFUSED} (${message})`;
  return isOfOperators(code) ? t.errors[code] : errorText(code);
}

function isOfOperators(code: Problem['code']): code is Exclude<keyof typeof t.errors, 'invalidInput'> {
  return Object.hasOwn(t.errors, code);
}
