import type { Answer, Problem } from '../../api/problem.ts';
import type { Bootstrap } from '../../api/session.ts';
import type { CheckedCode } from '../../api/sign-in.ts';
import type { Transition as Step } from '../../machine.ts';
import type { InvitationLink } from '../address/invitation-link.ts';
import type { FromAddress } from '../address/take-from-address.ts';
import type { SessionChange, TabMessage } from '../other-tabs.ts';
import type { FlashMessage, LoadRequest, PrefilledEmail, State, Waiting } from './state.ts';
import type { TabEffect } from './tab-state.ts';

/** A code that the server has still to check, or that is being used. */
export type LinkInUse = { bootstrap: Bootstrap; link: InvitationLink };

/** What happens to the session store: acts of the person, answers of the server, messages of other tabs. */
export type Event =
  | { type: 'arrived'; address: FromAddress }
  | { type: 'retried' }
  | { type: 'loaded'; request: LoadRequest; answer: Answer<Bootstrap> }
  | ({ type: 'code-checked'; turn: number; answer: Answer<CheckedCode> } & LinkInUse)
  /** `waiting` is set when there is no room yet. */
  | ({ type: 'entered'; problem: Problem | null; waiting?: Waiting | null } & LinkInUse)
  | { type: 'refresh-wanted' }
  | { type: 'session-changed'; change: SessionChange; next: string | null; flash: FlashMessage['of'] | null }
  | { type: 'message-received'; message: TabMessage }
  | { type: 'leave-quickly' }
  | { type: 'time-over' }
  | { type: 'time-over-read' }
  | { type: 'login-required'; path: string }
  | { type: 'code-carried'; link: Omit<InvitationLink, 'from'> }
  | { type: 'email-given'; email: PrefilledEmail }
  | { type: 'room-awaited'; waiting: Waiting }
  | { type: 'waiting-stopped' }
  | { type: 'link-dismissed' }
  | { type: 'oauth-error-dismissed' }
  | { type: 'flash-dismissed' };

/** What the store does to the world outside. */
export type Effect =
  | TabEffect
  | { type: 'load'; request: LoadRequest }
  | ({ type: 'check-code'; turn: number } & LinkInUse)
  | ({ type: 'enter' } & LinkInUse)
  | { type: 'broadcast'; message: TabMessage }
  | { type: 'navigate'; path: string }
  /** `erase` is the guest to erase first; undefined when another tab does that. */
  | { type: 'vanish'; url: string; erase?: { guestId: string | null } };

export type Transition = Step<State, Effect>;

/** The same state with more effects in front. */
export function after(effects: Effect[], next: Transition): Transition {
  return { state: next.state, effects: [...effects, ...next.effects] };
}

export const unchanged = (state: State): Transition => ({ state, effects: [] });
