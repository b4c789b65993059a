import type { CodeKind } from '@foyer/invitation-codes/code';
import { type Language, languageOfTag } from '@foyer/policy';

export type Card = {
  code: string;
  kind: CodeKind;
  link: string;
  /** How many people it lets in. */
  allowed: number;
  /** Epoch milliseconds, inclusive. */
  validUntil: number;
  /** A BCP 47 tag; null for the language of the house. */
  language: string | null;
  note: string | null;
  assistant: string | null;
};

export type House = {
  name: string;
  /** A PNG or JPEG file; null for Foyer's own picture. */
  logoFile: string | null;
  publicUrl: string;
  language: Language;
  timeZone: string;
};

/** The language of a card: the code's if a card exists in it, else the house's. */
export function languageOf({ language }: Pick<Card, 'language'>, house: Pick<House, 'language'>): Language {
  return languageOfTag(language) ?? house.language;
}

/** A card cannot be printed. The message is a whole sentence for an operator. */
export class CardRefused extends Error {}
