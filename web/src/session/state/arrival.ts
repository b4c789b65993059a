import { decideAccess } from '@foyer/policy';
import type { Problem } from '../../api/problem.ts';
import type { Bootstrap } from '../../api/session.ts';
import { pageAt, paths } from '../../routes.ts';
import type { InvitationLink } from '../address/invitation-link.ts';
import type { OAuthError } from '../address/oauth-error.ts';
import { canUpgrade } from '../can-upgrade.ts';
import { changeAfter, type RoundTrip } from '../storage/oauth-round-trip.ts';
import { navigateTo, showPerson } from './show.ts';
import type { FlashMessage, Here, LoadRequest, State } from './state.ts';
import { lastChatPath } from './tab-state.ts';
import { after, type Event, type Transition } from './transition.ts';

type Arrival = Extract<LoadRequest, { for: 'arrival' }>;
type Checked = Extract<Event, { type: 'code-checked' }>;
type Entered = Extract<Event, { type: 'entered' }>;

/** The server has said who is signed in, to a tab that was just opened or has a new code in its address. */
export function arrive(
  state: State,
  { code, page, turn }: Arrival,
  bootstrap: Bootstrap,
  here: Here,
): Transition {
  if (!code) return comeBack(state, bootstrap, here);
  const link: InvitationLink = { code, state: 'none', page, from: 'link' };
  const { person } = bootstrap;
  if (person && !canUpgrade(person)) return showPerson(state, bootstrap, here, { link });
  return { state, effects: [{ type: 'check-code', turn, bootstrap, link }] };
}

export function afterCheck(state: State, { bootstrap, link, answer }: Checked, here: Here): Transition {
  if (answer.problem) return showPerson(state, bootstrap, here, { link, problem: answer.problem });
  const checked: InvitationLink = { ...link, state: answer.value.state };
  if (bootstrap.person) return showPerson(state, bootstrap, here, { link: checked });
  const offer = decideAccess(bootstrap.settings, checked.page, checked.state);
  if (offer.page === 'entry' && !offer.asks)
    return { state, effects: [{ type: 'enter', bootstrap, link: checked }] };
  if (offer.page === 'entry' || checked.state !== 'registration')
    return showPerson(state, bootstrap, here, { link: checked });
  const page = offer.page === 'register' ? 'register' : 'login';
  const shown = showPerson(state, bootstrap, here, { link: { ...checked, page } });
  return { state: shown.state, effects: [...shown.effects, navigateTo(paths[page])] };
}

/** The code in the link was used, or was refused. */
export function afterEntry(
  before: State,
  { bootstrap, link, problem, waiting = null }: Entered,
  here: Here,
): Transition {
  const state = { ...before, waiting };
  if (problem && problem.code !== 'ALREADY_SIGNED_IN')
    return showRefused(state, bootstrap, link, problem, here);
  const turn = state.turn + 1;
  return {
    state: { ...state, turn },
    effects: [
      { type: 'broadcast', message: 'in' },
      { type: 'load', request: { for: 'change', turn, link: problem ? link : null } },
    ],
  };
}

function showRefused(
  state: State,
  bootstrap: Bootstrap,
  link: InvitationLink,
  problem: Problem,
  here: Here,
): Transition {
  const isUnusable = problem.code === 'INVITATION_CODE_INVALID';
  return showPerson(state, bootstrap, here, {
    link: isUnusable ? { ...link, state: 'unusable' } : link,
    problem: isUnusable ? null : problem,
  });
}

/** The tab was opened without a code: it may come back from a provider. */
function comeBack(before: State, bootstrap: Bootstrap, here: Here): Transition {
  const { roundTrip } = before;
  const state = { ...before, roundTrip: null };
  if (!roundTrip) return showPerson(state, bootstrap, here);
  const { person } = bootstrap;
  const oauthError = before.oauthError && {
    ...before.oauthError,
    provider: before.oauthError.provider ?? roundTrip.provider,
  };
  if (!person && goesOnRegistering(roundTrip, oauthError, here)) {
    const error = oauthError && { ...oauthError, path: paths.register };
    const shown = showPerson({ ...state, oauthError: error }, bootstrap, here, { link: linkOf(roundTrip) });
    return { state: shown.state, effects: [...shown.effects, navigateTo(paths.register)] };
  }
  const link = person?.isGuest ? linkOf(roundTrip) : null;
  if (oauthError) return showPerson({ ...state, oauthError }, bootstrap, here, { link });
  if (!person) return showPerson(state, bootstrap, here, { link, succeeded: roundTrip });
  const flash = person.isGuest ? state.flash : flashAfter(roundTrip, here);
  return after(
    // The other tabs could not see the login at the provider.
    [{ type: 'broadcast', message: changeAfter(roundTrip) }],
    showPerson({ ...state, flash }, bootstrap, here, { link, succeeded: roundTrip }),
  );
}

function flashAfter({ purpose, provider }: RoundTrip, here: Here): FlashMessage | null {
  if (purpose === 'link') return { of: purpose, provider, path: paths.account };
  if (purpose === 'convert' || purpose === 'join')
    return { of: purpose, provider, path: lastChatPath(here.openChat) };
  return null;
}

function linkOf({ code }: RoundTrip): InvitationLink | null {
  return code ? { ...code, page: 'register' } : null;
}

/** True when somebody who left the register page for a provider goes on there, and not on the login page. */
function goesOnRegistering({ purpose }: RoundTrip, oauthError: OAuthError | null, here: Here): boolean {
  if (purpose !== 'register') return false;
  if (!oauthError) return pageAt(here.path) === 'register';
  const isAboutLogin =
    oauthError.refusal === 'PROVIDER_NOT_LINKED' || oauthError.refusal === 'ALREADY_SIGNED_IN';
  return oauthError.path === paths.login && !isAboutLogin;
}
