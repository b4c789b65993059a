import type { CodeKind } from '@foyer/invitation-codes/code';

/** The address that a code is handed out as. The code is in the fragment, which reaches no server and no log. */
export function codeLink({ code, kind }: { code: string; kind: CodeKind }, publicUrl: string): string {
  const page = kind === 'login' ? '/' : '/register';
  return `${publicUrl.replace(/\/+$/, '')}${page}#invite-code=${encodeURIComponent(code)}`;
}
