import { looksCutShort } from '@foyer/invitation-codes/code';
import type { Problem } from '../api/problem.ts';
import { errorText } from './error-text.ts';
import * as t from './texts.ts';

/** `errorText`, which also tells when a part of the typed code is missing. */
export function codeErrorText(code: Problem['code'], typed: string, provider?: string): string {
  return code === 'INVITATION_CODE_INVALID' && looksCutShort(typed)
    ? t.cutShort.code
    : errorText(code, provider);
}
