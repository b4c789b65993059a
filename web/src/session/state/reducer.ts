import { pageAt, paths } from '../../routes.ts';
import type { TabMessage } from '../other-tabs.ts';
import { afterCheck, afterEntry, arrive } from './arrival.ts';
import { navigateTo, patchShown, showPerson, showReady } from './show.ts';
import type { FlashMessage, Here, LoadRequest, PrefilledEmail, State } from './state.ts';
import { lastChatPath, noteChange, requireLogin } from './tab-state.ts';
import { after, type Effect, type Event, type Transition, unchanged } from './transition.ts';

type Change = Extract<Event, { type: 'session-changed' }>;
type Loaded = Extract<Event, { type: 'loaded' }>;

/** The one place where the state of the session changes. It does nothing itself: effects say what is to be done. */
export function reduce(state: State, event: Event, here: Here): Transition {
  const isReady = state.shown.step === 'ready';
  switch (event.type) {
    case 'arrived': {
      const { code, oauthError, token } = event.address;
      return load({ ...state, oauthError, token }, code, here.path);
    }
    case 'retried':
      return state.shown.step === 'unreachable' ? load(state, state.shown.code, here.path) : unchanged(state);
    case 'loaded':
      return afterLoad(state, event, here);
    case 'code-checked':
      return event.turn === state.turn ? afterCheck(state, event, here) : unchanged(state);
    case 'entered':
      return afterEntry(state, event, here);
    case 'refresh-wanted':
      return isReady ? refresh(state) : unchanged(state);
    case 'session-changed':
      return changeSession(state, event, here);
    case 'message-received':
      return receive(state, event.message, here);
    case 'leave-quickly':
      return leaveQuickly(state);
    case 'login-required':
      return sendToLogin(state, event.path);
    case 'code-carried': {
      const link = { ...event.link, from: 'field' as const };
      const next = patchShown(state, { link, problem: null });
      return isReady ? { state: next, effects: [navigateTo(paths[link.page])] } : unchanged(state);
    }
    case 'email-given':
      return prefill(state, event.email);
    case 'room-awaited':
      if (!isReady) return unchanged(state);
      return unchanged(patchShown({ ...state, waiting: event.waiting }, { waiting: event.waiting }));
    case 'waiting-stopped':
      return isReady ? refresh(patchShown({ ...state, waiting: null }, { waiting: null })) : unchanged(state);
    case 'link-dismissed':
      return unchanged(patchShown(state, { link: null, problem: null }));
    case 'oauth-error-dismissed':
      return unchanged(patchShown({ ...state, oauthError: null }, { oauthError: null }));
    case 'flash-dismissed':
      return unchanged(patchShown({ ...state, flash: null }, { flash: null }));
  }
}

function load(state: State, code: string | null, path: string): Transition {
  const turn = state.turn + 1;
  const page = pageAt(path) ?? 'landing';
  return {
    state: { ...state, turn },
    effects: [{ type: 'load', request: { for: 'arrival', turn, code, page } }],
  };
}

/** Asks again who is signed in. Without an answer the page stays as it is. */
function refresh(state: State): Transition {
  const refreshTurn = state.refreshTurn + 1;
  const request: LoadRequest = { for: 'refresh', turn: state.turn, refreshTurn };
  return { state: { ...state, refreshTurn }, effects: [{ type: 'load', request }] };
}

function afterLoad(before: State, { request, answer }: Loaded, here: Here): Transition {
  const state = answer.value ? { ...before, leaveUrl: answer.value.leaveUrl } : before;
  // An answer from before a change must not undo what was learnt after it.
  if (request.turn !== state.turn) return unchanged(state);
  const { shown } = state;
  if (request.for === 'refresh') {
    const isLatest = request.refreshTurn === state.refreshTurn;
    if (!isLatest || !answer.value || shown.step !== 'ready') return unchanged(state);
    return showPerson(state, answer.value, here, { link: shown.link, problem: shown.problem });
  }
  if (answer.problem) {
    const code = request.for === 'arrival' ? request.code : null;
    return unchanged({ ...state, shown: { step: 'unreachable', problem: answer.problem, code } });
  }
  return request.for === 'arrival'
    ? arrive(state, request, answer.value, here)
    : showPerson(state, answer.value, here, { link: request.link });
}

/** The session has changed in this tab: the other tabs are told. `next` is a code that waited for it. */
function changeSession(state: State, { change, next, flash }: Change, here: Here): Transition {
  const noted = note(state, change, here);
  const message: FlashMessage | null = flash && {
    of: flash,
    provider: null,
    path: lastChatPath(change === 'same' ? here.openChat : null),
  };
  const told: State = message ? { ...noted.state, flash: message } : noted.state;
  const effects: Effect[] = [...noted.effects, { type: 'broadcast', message: change }];
  // The chat in the address belonged to the person who left.
  if (next) return after([...effects, navigateTo(paths.newChat)], load(told, next, paths.newChat));
  const turn = told.turn + 1;
  return {
    state: { ...told, turn },
    effects: [...effects, { type: 'load', request: { for: 'change', turn, link: null } }],
  };
}

function receive(state: State, message: TabMessage, here: Here): Transition {
  if (message === 'leaving') return { state, effects: [{ type: 'vanish', url: state.leaveUrl }] };
  const noted = note(state, message, here);
  return noted.state.shown.step === 'ready' ? after(noted.effects, refresh(noted.state)) : noted;
}

/** Somebody who was asked to log in, and has in truth logged out in another tab, goes to the landing page. */
function note(state: State, change: Parameters<typeof noteChange>[1], here: Here): Transition {
  const { tab, effects } = noteChange(state.tab, change);
  const hasLeft = change === 'left' || change === 'deleted';
  const wasAsked = hasLeft && state.tab.signedOutReason !== null && pageAt(here.path) === 'login';
  return {
    state: { ...state, tab },
    effects: wasAsked ? [...effects, navigateTo(paths.landing)] : effects,
  };
}

/** Erases the guest who is signed in, and shows another site at once, in all tabs. */
function leaveQuickly(state: State): Transition {
  const { shown } = state;
  const guestId = shown.step === 'ready' ? (shown.bootstrap.person?.id ?? null) : null;
  return {
    state,
    effects: [
      { type: 'broadcast', message: 'leaving' },
      { type: 'vanish', url: state.leaveUrl, erase: { guestId } },
    ],
  };
}

function sendToLogin(state: State, path: string): Transition {
  const { shown } = state;
  if (shown.step !== 'ready' || shown.bootstrap.person) return unchanged(state);
  const required = requireLogin(state.tab, path);
  return {
    state: showReady({ ...state, tab: required.tab }, shown.bootstrap, shown.link, shown.problem),
    effects: [...required.effects, navigateTo(required.path)],
  };
}

/** An account that was just created has a wrong address: its owner logs in first, and corrects it there. */
function prefill(state: State, prefilledEmail: PrefilledEmail): Transition {
  const { shown } = state;
  const next = { ...state, prefilledEmail };
  if (!prefilledEmail.isNew) return unchanged(patchShown(next, { prefilledEmail }));
  if (shown.step !== 'ready') return unchanged(state);
  return { state: showReady(next, shown.bootstrap, null), effects: [navigateTo(paths.login)] };
}
