import * as z from 'zod';
import { plainText } from '../fields.ts';
import { everywhere, refusals } from '../route.ts';

/** Any route of operators may refuse with these, before anything is read. */
export const ofOperators = refusals(everywhere, {
  401: ['NOT_SIGNED_IN'],
  403: ['NOT_AN_OPERATOR', 'SCOPE_MISSING'],
  429: ['TOO_MANY_TRIES'],
});

/** Sessions need a sign-in of the last 15 minutes. */
export const ofFresh = refusals(ofOperators, { 403: ['SIGN_IN_AGAIN'] });

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
