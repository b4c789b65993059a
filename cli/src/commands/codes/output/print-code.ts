import {
  type Code,
  type CodesUse,
  type CodeUse,
  type CodeWithRedemptions,
  listedStateOf,
} from '@foyer/invitation-codes/codes';
import { codeLink } from '@foyer/policy';
import { Failure } from '../../../terminal/failure.ts';
import { asJson, isoTime, shortTime } from '../../../terminal/format.ts';
import { alignTable, printable } from '../../../terminal/table.ts';
import { limitsInWords } from './describe-terms.ts';

/** For scripts. The names of the fields are a promise. */
export function codeAsJson(code: Code) {
  const { kind, allowed, remaining, requirement, label } = code;
  return {
    code: code.code,
    kind,
    allowed,
    remaining,
    validFrom: isoTime(code.validFrom),
    validUntil: isoTime(code.validUntil),
    requirement,
    label,
    revokedAt: code.revokedAt === null ? null : isoTime(code.revokedAt),
    assistant: code.assistant,
    messagesPerPerson: code.messagesPerPerson,
    messagesPerDay: code.messagesPerDay,
    tokenBudget: code.tokenBudget,
    minutesPerPerson: code.minutesPerPerson,
    peopleAtOnce: code.peopleAtOnce,
    language: code.language,
    batch: code.batchId,
  };
}

export function printCode(
  text: string,
  code: CodeWithRedemptions | null,
  { publicUrl, now, json }: { publicUrl: string; now: number; json: boolean },
): string {
  if (!code) throw new Failure(`there is no code ${printable(text)}`);
  return json ? asJson({ ...codeAsJson(code), ...useAsJson(code) }) : describeCode(code, publicUrl, now);
}

/** The sums of many codes. */
export function printSums(sums: CodesUse, json: boolean): string {
  const { codes, allowed, remaining } = sums;
  if (json) return asJson({ codes, allowed, remaining, ...useAsJson(sums) });
  return alignTable([
    ['codes', String(codes)],
    ['uses', `${remaining} of ${allowed} left`],
    ...useInWords(sums),
  ]);
}

function useAsJson({ redemptions, peopleIn, messages, tokens }: CodeUse) {
  return { redemptions, peopleIn, messages, tokens };
}

function useInWords({ redemptions, peopleIn, messages, tokens }: CodeUse): string[][] {
  return [
    ['redeemed', redeemedInWords(redemptions)],
    ['people in', String(peopleIn)],
    ['messages', String(messages)],
    ['tokens', String(tokens)],
  ];
}

const stateInWords = {
  open: 'usable',
  notYet: 'not yet valid',
  usedUp: 'used up',
  ended: 'expired',
  revoked: 'revoked',
};

function describeCode(code: CodeWithRedemptions, publicUrl: string, now: number): string {
  const lines = [
    ['code', printable(code.code)],
    ['kind', code.kind],
    ['state', stateInWords[listedStateOf(code, now)]],
    ['uses', `${code.remaining} of ${code.allowed} left`],
    ...useInWords(code),
    ['valid from', shortTime(code.validFrom)],
    ['valid until', shortTime(code.validUntil)],
    ['personal data', code.requirement],
    ['assistant', printable(code.assistant ?? '-')],
    ['limits', limitsInWords(code) || '-'],
    ['language', code.language ?? '-'],
    ['label', printable(code.label ?? '-')],
    ['batch', code.batchId ?? '-'],
    ['revoked', code.revokedAt === null ? '-' : shortTime(code.revokedAt)],
    ['link', codeLink(code, publicUrl)],
  ];
  return alignTable(lines);
}

function redeemedInWords({ total, converted }: CodeUse['redemptions']): string {
  const times = total === 1 ? 'once' : `${total} times`;
  if (converted === 0) return total === 0 ? 'never' : times;
  return `${times}, ${converted} became ${converted === 1 ? 'a member' : 'members'}`;
}

/** A table in several parts, one line per code. Later parts use the column widths of earlier ones. */
export function codesTable(now: number): (codes: Code[]) => string {
  const widths: number[] = [];
  let head = [
    [
      'CODE',
      'KIND',
      'STATE',
      'LEFT',
      'ALLOWED',
      'VALID FROM',
      'VALID UNTIL',
      'LABEL',
      'BATCH',
      'ASSISTANT',
      'LIMITS',
    ],
  ];
  return (codes) => {
    const text = alignTable([...head, ...codes.map((code) => cellsOf(code, now))], widths);
    head = [];
    return text;
  };
}

function cellsOf(code: Code, now: number): string[] {
  return [
    printable(code.code),
    code.kind,
    stateInWords[listedStateOf(code, now)],
    String(code.remaining),
    String(code.allowed),
    shortTime(code.validFrom),
    shortTime(code.validUntil),
    printable(code.label ?? '-'),
    code.batchId ?? '-',
    printable(code.assistant ?? '-'),
    limitsInWords(code) || '-',
  ];
}
