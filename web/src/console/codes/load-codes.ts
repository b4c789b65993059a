import { type Code, codesApi, type Listed } from '../api/codes.ts';
import type { Answer } from '../api/problem.ts';

export const pageSize = 50;
/** A request looks at a part of the codes only: so often it is asked further. */
const maxRequests = 40;

export type CodesPage = { codes: Code[]; next: string | null };

/** A full page of codes, where there are as many. */
export async function loadCodes(query: Listed): Promise<Answer<CodesPage>> {
  const codes: Code[] = [];
  let after = query.after;
  for (let request = 0; ; request++) {
    const limit = pageSize - codes.length;
    const answer = await codesApi.list({ ...query, limit, ...(after && { after }) });
    if (answer.problem) return answer;
    codes.push(...answer.value.codes);
    const { next } = answer.value;
    if (!next || codes.length >= pageSize || request >= maxRequests) return { value: { codes, next } };
    after = next;
  }
}
