import type { Problem } from './client.ts';

/** Whether a no of the inside means that who is here, or what they may do, is not what this tab knows. */
export function changesWho({ code }: Problem): boolean {
  return code === 'NOT_SIGNED_IN' || code === 'EMAIL_NOT_VERIFIED' || code === 'NOT_A_MEMBER';
}
