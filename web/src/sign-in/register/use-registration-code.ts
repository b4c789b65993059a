import { useRef, useState } from 'react';
import { signInApi } from '../../api/sign-in.ts';
import type { Submit } from '../../ui/hooks/use-submit.ts';

/** Checks the code for an account early, before the person fills in the rest of the form. */
export function useRegistrationCode(given: string, act: Submit) {
  const [text, setText] = useState(given);
  const latest = useRef(given);
  const isRefused = act.problem?.code.startsWith('INVITATION_CODE') ?? false;

  function write(next: string) {
    setText(next);
    latest.current = next;
    if (isRefused) act.refuse(null);
  }

  async function check() {
    if (!text.trim()) return;
    const { value } = await signInApi.checkCode(text);
    if (latest.current !== text) return;
    if (value?.state === 'login') act.refuse('INVITATION_CODE_WRONG_KIND');
    if (value?.state === 'unusable') act.refuse('INVITATION_CODE_INVALID');
  }

  return { text, write, check, isRefused };
}
