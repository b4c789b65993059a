import type { Problem } from '../../api/problem.ts';
import type { Bootstrap, Person } from '../../api/session.ts';
import { pageAt, paths, withoutSlash } from '../../routes.ts';
import type { InvitationLink } from '../address/invitation-link.ts';
import type { RoundTrip } from '../storage/oauth-round-trip.ts';
import type { Here, ReadyState, State } from './state.ts';
import { lastChatPath, notePerson, takeReturnPath } from './tab-state.ts';
import type { Transition } from './transition.ts';

type Options = {
  link?: InvitationLink | null;
  problem?: Problem | null;
  /** The round trip to a provider that has just succeeded. */
  succeeded?: RoundTrip | null;
};

/** Shows what the server says about who is signed in. */
export function showPerson(
  state: State,
  bootstrap: Bootstrap,
  here: Here,
  { link = null, problem = null, succeeded = null }: Options = {},
): Transition {
  const { shown } = state;
  const { person } = bootstrap;
  const wasSignedIn = shown.step === 'ready' && shown.bootstrap.person !== null;
  const { tab, effects } = notePerson(state.tab, person);
  const known = person ? { prefilledEmail: null, waiting: null, isTimeOver: false } : {};
  const next = showReady({ ...state, ...known, tab }, bootstrap, link, problem);
  if (!person) return { state: next, effects };
  const onward = nextPath(person, wasSignedIn, succeeded, here);
  return {
    state: next,
    effects: [...effects, ...onward.effects, ...(onward.path ? [navigateTo(onward.path)] : [])],
  };
}

/** Updates what is shown with everything that the store knows. */
export function showReady(
  state: State,
  bootstrap: Bootstrap,
  link: InvitationLink | null,
  problem: Problem | null = null,
): State {
  const { oauthError, token, flash, prefilledEmail, waiting, isTimeOver, tab } = state;
  const shown: ReadyState = {
    step: 'ready',
    bootstrap,
    link,
    problem,
    sessionCount: tab.sessionCount,
    signedOutReason: tab.signedOutReason,
    oauthError,
    token,
    flash,
    prefilledEmail,
    waiting,
    isTimeOver,
  };
  return { ...state, shown };
}

/** Changes a part of what is shown, if anything is shown. */
export function patchShown(state: State, part: Partial<ReadyState>): State {
  return state.shown.step === 'ready' ? { ...state, shown: { ...state.shown, ...part } } : state;
}

export const navigateTo = (path: string) => ({ type: 'navigate', path }) as const;

/** The page that a signed-in person is sent to; null to stay. */
function nextPath(person: Person, wasSignedIn: boolean, succeeded: RoundTrip | null, here: Here) {
  const isUpgrade = succeeded?.purpose === 'convert' || succeeded?.purpose === 'join';
  if (!person.isGuest && (isUpgrade || withoutSlash(here.path) === paths.createAccount))
    return { path: lastChatPath(here.openChat), effects: [] };
  const hasComeIn =
    (succeeded && succeeded.purpose !== 'link') || (!wasSignedIn && pageAt(here.path) === 'login');
  return hasComeIn ? takeReturnPath(person, here.returnTo) : { path: null, effects: [] };
}
