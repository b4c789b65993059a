import { paths } from '../../routes.ts';
import { afterCheck, afterEntry, arrive } from './arrival.ts';
import { changeSession, endTime, leaveQuickly, receive } from './change.ts';
import { load, refresh } from './load.ts';
import { navigateTo, patchShown, showPerson, showReady } from './show.ts';
import type { Here, PrefilledEmail, State } from './state.ts';
import { requireLogin } from './tab-state.ts';
import { after, type Event, type Transition, unchanged } from './transition.ts';

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
    case 'time-over':
      return after([{ type: 'broadcast', message: 'time-over' }], endTime(state));
    case 'time-over-read':
      return {
        state: patchShown({ ...state, isTimeOver: false }, { isTimeOver: false }),
        effects: [navigateTo(paths.landing)],
      };
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
      return isReady ? refresh(stopWaiting(state)) : unchanged(state);
    case 'link-dismissed':
      return unchanged(patchShown(state, { link: null, problem: null }));
    case 'oauth-error-dismissed':
      return unchanged(patchShown({ ...state, oauthError: null }, { oauthError: null }));
    case 'flash-dismissed':
      return unchanged(patchShown({ ...state, flash: null }, { flash: null }));
  }
}

function afterLoad(before: State, { request, answer }: Loaded, here: Here): Transition {
  const { leaveUrl = before.leaveUrl, timeOver = false } = answer.value ?? {};
  const state = { ...before, leaveUrl, isTimeOver: before.isTimeOver || timeOver };
  const shown = showLoaded(state, { request, answer }, here);
  // The other tabs would only hear that nobody is signed in.
  return timeOver ? after([{ type: 'broadcast', message: 'time-over' }], shown) : shown;
}

function showLoaded(
  state: State,
  { request, answer }: Pick<Loaded, 'request' | 'answer'>,
  here: Here,
): Transition {
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

function sendToLogin(state: State, path: string): Transition {
  const { shown } = state;
  if (shown.step !== 'ready' || shown.bootstrap.person) return unchanged(state);
  const required = requireLogin(state.tab, path);
  return {
    state: showReady({ ...state, tab: required.tab }, shown.bootstrap, shown.link, shown.problem),
    effects: [...required.effects, navigateTo(required.path)],
  };
}

/** The code of a link goes with the wait: its page would only offer to wait again. */
function stopWaiting(state: State): State {
  return patchShown({ ...state, waiting: null }, { waiting: null, link: null, problem: null });
}

/** An account that was just created has a wrong address: its owner logs in first, and corrects it there. */
function prefill(state: State, prefilledEmail: PrefilledEmail): Transition {
  const { shown } = state;
  const next = { ...state, prefilledEmail };
  if (!prefilledEmail.isNew) return unchanged(patchShown(next, { prefilledEmail }));
  if (shown.step !== 'ready') return unchanged(state);
  return { state: showReady(next, shown.bootstrap, null), effects: [navigateTo(paths.login)] };
}
