import { pageAt, paths } from '../../routes.ts';
import type { SessionChange, TabMessage } from '../other-tabs.ts';
import { load, refresh } from './load.ts';
import { navigateTo, patchShown } from './show.ts';
import type { FlashMessage, Here, State } from './state.ts';
import { lastChatPath, noteChange } from './tab-state.ts';
import { after, type Effect, type Event, type Transition, unchanged } from './transition.ts';

type Change = Extract<Event, { type: 'session-changed' }>;

/** The session has changed in this tab: the other tabs are told. `next` is a code that waited for it. */
export function changeSession(state: State, { change, next, flash }: Change, here: Here): Transition {
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

export function receive(state: State, message: TabMessage, here: Here): Transition {
  if (message === 'time-over') return endTime(state);
  if (message === 'leaving') return { state, effects: [{ type: 'vanish', url: state.leaveUrl }] };
  const noted = note(state, message, here);
  return noted.state.shown.step === 'ready' ? after(noted.effects, refresh(noted.state)) : noted;
}

/** The server says once that the time is over. The next request is only told that nobody is signed in. */
export function endTime(state: State): Transition {
  const over = patchShown({ ...state, isTimeOver: true }, { isTimeOver: true });
  return over.shown.step === 'ready' ? refresh(over) : unchanged(over);
}

/** A person who logged out in another tab is not asked to log in here: they go to the landing page. */
function note(state: State, change: SessionChange, here: Here): Transition {
  const { tab, effects } = noteChange(state.tab, change);
  const hasLeft = change === 'left' || change === 'deleted';
  const wasAsked = hasLeft && state.tab.signedOutReason !== null && pageAt(here.path) === 'login';
  return {
    state: { ...state, tab },
    effects: wasAsked ? [...effects, navigateTo(paths.landing)] : effects,
  };
}

/** Erases the guest who is signed in, and shows another site at once, in all tabs. */
export function leaveQuickly(state: State): Transition {
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
