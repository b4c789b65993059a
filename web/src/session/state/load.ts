import { pageAt } from '../../routes.ts';
import type { LoadRequest, State } from './state.ts';
import type { Transition } from './transition.ts';

/** Asks who is signed in, for a tab that was just opened or has a new code. */
export function load(state: State, code: string | null, path: string): Transition {
  const turn = state.turn + 1;
  const page = pageAt(path) ?? 'landing';
  return {
    state: { ...state, turn },
    effects: [{ type: 'load', request: { for: 'arrival', turn, code, page } }],
  };
}

/** Asks again who is signed in. Without an answer the page stays as it is. */
export function refresh(state: State): Transition {
  const refreshTurn = state.refreshTurn + 1;
  const request: LoadRequest = { for: 'refresh', turn: state.turn, refreshTurn };
  return { state: { ...state, refreshTurn }, effects: [{ type: 'load', request }] };
}
