import * as z from 'zod';
import { plainText } from '../fields.ts';
import { everywhere, guessable, type Refusals, type Route, refusals } from '../route.ts';

/** Every route of operators may refuse with these, before it looks at anything else. */
export const ofOperators = refusals(everywhere, guessable, {
  401: ['NOT_SIGNED_IN', 'TIME_OVER', 'TOKEN_INVALID'],
  403: ['NOT_AN_OPERATOR', 'SCOPE_MISSING', 'SIGN_IN_AGAIN'],
});

type Operating<Declared> = Omit<Declared, 'refuses'> & { refuses: Refusals };

/** Declares a route below `/api/operator`. The refusals of the guard are added. */
export function operatorRoute<const Declared extends Omit<Route, 'refuses'> & { refuses?: Refusals }>(
  declared: Declared,
): Operating<Declared> {
  return { ...declared, refuses: refusals(ofOperators, declared.refuses ?? {}) };
}

/** Where the next page begins; null after the last one. It says nothing else. */
export const next = z.string().nullable().meta({ description: 'Send it as `after`; null: this is the end' });

const maxPage = 200;

/** A page of a list. */
export const page = {
  after: plainText(500).optional(),
  limit: z.coerce.number().int().min(1).max(maxPage).optional(),
};

/** A number of people. Outside a code's own page 1 to 4 are not told: that could be a person. */
export const few = z.union([z.int().min(0), z.literal('<5')]);

export const day = z.iso.date().meta({ description: 'A day in TIME_ZONE, as 2027-03-01' });
