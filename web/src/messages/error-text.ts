import type { Problem } from '../api/problem.ts';
import * as t from './texts.ts';

/** What the pages say for a problem. `provider` is its name, where one had to do with it. */
export function errorText(code: Problem['code'], provider: string = t.oauth.theProvider): string {
  const text = t.errors[code];
  return typeof text === 'string' ? text : text(provider);
}
