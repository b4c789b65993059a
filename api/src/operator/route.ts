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
