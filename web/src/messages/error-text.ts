import type { Problem } from '../api/problem.ts';
import * as t from './texts.ts';

/** The text that the pages show for a problem. `provider` is the name of the provider, if one was involved. */
export function errorText(code: Problem['code'], provider: string = t.oauth.theProvider): string {
  const text = t.errors[code];
  return typeof text === 'string' ? text : text(provider);
}
