import { CardRefused, type CardsForm, printCards } from '@foyer/cards';
import type { Code } from '@foyer/invitation-codes/codes';
import { cardsOf, houseOf } from '@foyer/server/cards-of';
import type { Config } from '@foyer/server/config';
import type { Installation } from '../../../command.ts';
import { Failure } from '../../../terminal/failure.ts';
import { timeInWords } from '../../../terminal/format.ts';
import { interruptible } from '../../../terminal/interrupt.ts';
import { counted } from '../../../terminal/table.ts';

/** Writes the cards of codes into a new file. Returns what was written, in words. */
export async function writeCardsOf(
  installation: Installation,
  codes: Code[],
  { settings, file, form, now }: { settings: Config; file: string; form: CardsForm; now: number },
): Promise<string> {
  for (const warning of warningsOf(codes, settings, now)) process.stderr.write(`foyer: ${warning}\n`);
  const cards = await cardsOf(installation, codes, settings);
  const input = { file, cards, house: houseOf(settings), form };
  await interruptible((signal) => printCards(input, signal)).catch(explainRefusal);
  return `Wrote ${counted(cards.length, 'card')} to ${file}. ${endsInWords(codes, settings)}`;
}

function warningsOf(
  codes: Code[],
  { isPublic, publicUrl, limits: { timeZone } }: Config,
  now: number,
): string[] {
  const dead = codes.filter(({ revokedAt, validUntil, remaining }) => {
    return revokedAt !== null || validUntil < now || remaining === 0;
  }).length;
  const starts = codes.map(({ validFrom }) => validFrom).filter((start) => start > now);
  return [
    ...(isPublic ? [] : [`nobody else can open ${publicUrl}: set PUBLIC_URL before you hand out cards`]),
    ...(dead > 0 ? [`expired, revoked or used up: ${dead}; nobody can enter with them`] : []),
    ...(starts.length > 0
      ? [`not valid yet: ${starts.length}, the first until ${timeInWords(Math.min(...starts), timeZone)}`]
      : []),
  ];
}

function endsInWords(codes: Code[], { limits: { timeZone } }: Config): string {
  const ends = codes.map(({ validUntil }) => validUntil);
  const first = timeInWords(Math.min(...ends), timeZone);
  const last = timeInWords(Math.max(...ends), timeZone);
  return first === last
    ? `Valid until ${first}.`
    : `Valid until ${first} at the earliest, ${last} at the latest.`;
}

function explainRefusal(error: unknown): never {
  if (error instanceof CardRefused) throw new Failure(error.message);
  if (error instanceof Error && error.name === 'AbortError')
    throw new Failure('interrupted: no file is written');
  throw error;
}
