import { join } from 'node:path';

/** The secret of every installation here. */
export const secret = 'a secret of the bench, long enough for all';

export function fileOf(folder: string): string {
  return join(folder, 'codes.jsonl');
}

/** The text of a code as it might be handed out. */
export function textOf(row: number): string {
  return `SPRING-${String(row).padStart(8, '0')}`;
}

/** The line of the file. */
export function fileLine(row: number): string {
  return `${JSON.stringify({
    invitation_code: textOf(row),
    invitation_type: 'LOGIN',
    allowed_usage: 25,
    valid_from: '2027-02-01T08:00:00+01:00',
    valid_until: '2027-06-30T18:00:00+02:00',
    label: 'class 7b',
  })}\n`;
}
