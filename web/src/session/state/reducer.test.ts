import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bootstrap, Person } from '../../api/session.ts';
import { ada, bootstrapOf, guest } from '../../testing/server.ts';
import type { RoundTrip } from '../storage/oauth-round-trip.ts';
import { reduce } from './reducer.ts';
import { type Here, initialState, type LoadRequest, type ReadyState, type State } from './state.ts';
import type { Effect, Event } from './transition.ts';

const noAddress = { code: null, oauthError: null, token: null };
const offline = { code: 'OFFLINE', retryAfterSeconds: 0 } as const;

/** A state and what was asked of the world since the last look. Nothing is done: each answer is an event of the test. */
function session(path = '/', roundTrip: RoundTrip | null = null) {
  let state: State = initialState(roundTrip);
  const here: Here = { path, openChat: null, returnTo: null };
  let effects: Effect[] = [];
  const send = (event: Event) => {
    const next = reduce(state, event, here);
    state = next.state;
    effects = next.effects;
    return next.effects;
  };
  const only = <T extends Effect['type']>(type: T) =>
    effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
  return {
    here,
    send,
    only,
    state: () => state,
    shown: () => state.shown as ReadyState,
    went: () => only('navigate').map((effect) => effect.path),
    /** The load that was asked for last. */
    load(): LoadRequest {
      const [effect] = only('load');
      assert.ok(effect, 'a load was asked for');
      return effect.request;
    },
    answer: (request: LoadRequest, value: Bootstrap) => send({ type: 'loaded', request, answer: { value } }),
    arriveAs(person: Person | null, settings: Partial<Bootstrap['settings']> = {}) {
      send({ type: 'arrived', address: noAddress });
      this.answer(this.load(), bootstrapOf(person, settings));
    },
  };
}

test('a tab without a code shows what the server says', () => {
  const tab = session();
  tab.send({ type: 'arrived', address: { ...noAddress, token: 'secret' } });
  assert.equal(tab.state().shown.step, 'loading');
  tab.answer(tab.load(), bootstrapOf(ada));
  assert.equal(tab.shown().bootstrap.person, ada);
  assert.equal(tab.shown().token, 'secret');
});

test('a server that cannot be reached is said to be, and is asked again with the code of the link', () => {
  const tab = session('/login');
  tab.send({ type: 'arrived', address: { ...noAddress, code: 'SPRING' } });
  tab.send({ type: 'loaded', request: tab.load(), answer: { problem: offline } });
  assert.deepEqual(tab.state().shown, { step: 'unreachable', problem: offline, code: 'SPRING' });
  tab.send({ type: 'retried' });
  assert.deepEqual(tab.load(), { for: 'arrival', turn: 2, code: 'SPRING', page: 'login' });
});

test('a login code in a link is checked and then used, once each', () => {
  const tab = session();
  tab.send({ type: 'arrived', address: { ...noAddress, code: 'SPRING' } });
  const [check] = tab.answer(tab.load(), bootstrapOf(null));
  assert.equal(check?.type, 'check-code');
  if (check?.type !== 'check-code') return;
  const [enter, ...rest] = tab.send({
    ...check,
    type: 'code-checked',
    answer: { value: { state: 'login', language: null } },
  });
  assert.deepEqual([enter?.type, rest], ['enter', []]);
  if (enter?.type !== 'enter') return;
  tab.send({ ...enter, type: 'entered', problem: null });
  assert.deepEqual(tab.only('broadcast'), [{ type: 'broadcast', message: 'in' }]);
  tab.answer(tab.load(), bootstrapOf(guest));
  assert.equal(tab.shown().bootstrap.person, guest);
  assert.equal(tab.shown().link, null);
});

test('where links ask first, a login code waits for a click', () => {
  const tab = session();
  tab.send({ type: 'arrived', address: { ...noAddress, code: 'SPRING' } });
  const [check] = tab.answer(tab.load(), bootstrapOf(null, { loginLinks: 'confirm' }));
  if (check?.type !== 'check-code') return assert.fail();
  tab.send({ ...check, type: 'code-checked', answer: { value: { state: 'login', language: null } } });
  assert.equal(tab.only('enter').length, 0);
  assert.equal(tab.shown().link?.state, 'login');
});

test('a code that was used up meanwhile is shown as unusable, and a broken line as a problem', () => {
  for (const [code, state, problem] of [
    ['INVITATION_CODE_INVALID', 'unusable', null],
    ['OFFLINE', 'login', offline],
  ] as const) {
    const tab = session();
    const bootstrap = bootstrapOf(null);
    const link = { code: 'SPRING', state: 'login', page: 'landing', from: 'link' } as const;
    tab.send({ type: 'entered', bootstrap, link, problem: { code, retryAfterSeconds: 0 } });
    assert.equal(tab.shown().link?.state, state);
    assert.deepEqual(tab.shown().problem, problem);
  }
});

test('a registration code leads to the register page, or to the login where registration is closed', () => {
  for (const registration of ['enabled', 'disabled'] as const) {
    const tab = session();
    const bootstrap = bootstrapOf(null, { registration });
    const link = { code: 'STAFF', state: 'none', page: 'landing', from: 'link' } as const;
    const answer = { value: { state: 'registration', language: null } } as const;
    tab.send({ type: 'code-checked', turn: 0, bootstrap, link, answer });
    const page = registration === 'enabled' ? 'register' : 'login';
    assert.deepEqual(tab.went(), [`/${page}`]);
    assert.deepEqual(tab.shown().link, { ...link, state: 'registration', page });
  }
});

test('a member keeps the code of a link unchecked, and a guest has it checked but not used', () => {
  const member = session();
  member.send({ type: 'arrived', address: { ...noAddress, code: 'SPRING' } });
  assert.equal(
    member.answer(member.load(), bootstrapOf(ada)).some(({ type }) => type === 'check-code'),
    false,
  );
  assert.equal(member.shown().link?.state, 'none');

  const tab = session();
  tab.send({ type: 'arrived', address: { ...noAddress, code: 'SPRING' } });
  const [check] = tab.answer(tab.load(), bootstrapOf(guest));
  if (check?.type !== 'check-code') return assert.fail();
  tab.send({ ...check, type: 'code-checked', answer: { value: { state: 'login', language: null } } });
  assert.equal(tab.only('enter').length, 0);
  assert.equal(tab.shown().link?.state, 'login');
});

test('an answer from before a change does not undo what was learnt after it', () => {
  const tab = session();
  tab.arriveAs(guest);
  tab.send({ type: 'refresh-wanted' });
  const old = tab.load();
  tab.send({ type: 'session-changed', change: 'left', next: null, flash: null });
  tab.answer(tab.load(), bootstrapOf(null));
  tab.answer(old, bootstrapOf(guest));
  assert.equal(tab.shown().bootstrap.person, null);
});

test('of two refreshes only the later one counts, and a failed one changes nothing', () => {
  const tab = session();
  tab.arriveAs(guest);
  tab.send({ type: 'refresh-wanted' });
  const first = tab.load();
  tab.send({ type: 'refresh-wanted' });
  const second = tab.load();
  const before = tab.shown();
  tab.send({ type: 'loaded', request: second, answer: { problem: offline } });
  tab.answer(first, bootstrapOf(null));
  assert.equal(tab.shown(), before);
});

test('the check of an older link is dropped', () => {
  const tab = session();
  tab.arriveAs(null);
  const before = tab.shown();
  const link = { code: 'SPRING', state: 'none', page: 'landing', from: 'link' } as const;
  const answer = { value: { state: 'login', language: null } } as const;
  assert.deepEqual(
    tab.send({ type: 'code-checked', turn: 0, bootstrap: bootstrapOf(null), link, answer }),
    [],
  );
  assert.equal(tab.shown(), before);
});

test('a change counts as a session only when the page is drawn for the next person', () => {
  const tab = session();
  tab.arriveAs(guest);
  tab.send({ type: 'session-changed', change: 'left', next: null, flash: null });
  assert.equal(tab.shown().sessionCount, 0);
  tab.answer(tab.load(), bootstrapOf(null));
  assert.equal(tab.shown().sessionCount, 1);
});

test('a code that waited for a logout is used after it, from a new chat', () => {
  const tab = session('/chat/1');
  tab.arriveAs(guest);
  tab.send({ type: 'session-changed', change: 'left', next: 'SPRING', flash: null });
  assert.deepEqual(tab.went(), ['/chat']);
  assert.deepEqual(tab.load(), { for: 'arrival', turn: 2, code: 'SPRING', page: 'landing' });
});

test('somebody on the login page who has in truth logged out in another tab goes to the landing page', () => {
  const tab = session('/chat');
  tab.arriveAs(ada);
  tab.send({ type: 'refresh-wanted' });
  tab.answer(tab.load(), bootstrapOf(null));
  tab.send({ type: 'login-required', path: '/chat' });
  assert.deepEqual(tab.went(), ['/login']);
  tab.here.path = '/login';
  tab.send({ type: 'message-received', message: 'left' });
  assert.deepEqual(tab.went(), ['/']);
  assert.equal(tab.load().for, 'refresh');
});

test('a tab that comes back from a provider tells the others, and goes on where the person was', () => {
  const roundTrip = { purpose: 'log-in', provider: 'github' } as const;
  const tab = session('/chat', roundTrip);
  tab.here.returnTo = { path: '/account', memberId: 'ada' };
  tab.arriveAs(ada);
  assert.deepEqual(tab.only('broadcast'), [{ type: 'broadcast', message: 'in' }]);
  assert.deepEqual(tab.went(), ['/account']);
  assert.equal(tab.only('save-return')[0]?.returnTo, null);
});

test('a guest who became a member by a provider is told so in the chat that was open', () => {
  const tab = session('/create-account', { purpose: 'convert', provider: 'github' });
  tab.here.openChat = '1';
  tab.arriveAs(ada);
  assert.deepEqual(tab.shown().flash, { of: 'convert', provider: 'github', path: '/chat/1' });
  assert.deepEqual(tab.went(), ['/chat/1']);
});

test('somebody whom a provider refused finds the register page with their code', () => {
  const code = { code: 'STAFF', state: 'registration', from: 'link' } as const;
  const tab = session('/login', { purpose: 'register', provider: 'github', code });
  const oauthError = { refusal: 'PROVIDER_DENIED', provider: null, path: '/login' } as const;
  tab.send({ type: 'arrived', address: { ...noAddress, oauthError } });
  tab.answer(tab.load(), bootstrapOf(null));
  assert.deepEqual(tab.went(), ['/register']);
  assert.deepEqual(tab.shown().link, { ...code, page: 'register' });
  assert.deepEqual(tab.shown().oauthError, { ...oauthError, provider: 'github', path: '/register' });
});

test('a round trip counts once', () => {
  const tab = session('/chat', { purpose: 'log-in', provider: 'github' });
  tab.arriveAs(ada);
  tab.arriveAs(ada);
  assert.deepEqual(tab.only('broadcast'), []);
});

test('leaving quickly tells the other tabs, and erases the guest who is shown', () => {
  const tab = session('/chat');
  tab.arriveAs(guest);
  tab.send({ type: 'leave-quickly' });
  assert.deepEqual(tab.only('broadcast'), [{ type: 'broadcast', message: 'leaving' }]);
  assert.deepEqual(tab.only('vanish'), [
    { type: 'vanish', url: 'https://weather.example', erase: { guestId: 'guest' } },
  ]);
  // The other tabs leave too, and erase nothing.
  tab.send({ type: 'message-received', message: 'leaving' });
  assert.deepEqual(tab.only('vanish'), [{ type: 'vanish', url: 'https://weather.example' }]);
});

test('what is shown once can be dismissed, and does not come back', () => {
  const tab = session('/login');
  const oauthError = { refusal: 'PROVIDER_DENIED', provider: null, path: '/login' } as const;
  tab.send({ type: 'arrived', address: { ...noAddress, oauthError } });
  tab.answer(tab.load(), bootstrapOf(null));
  tab.send({ type: 'oauth-error-dismissed' });
  tab.send({ type: 'refresh-wanted' });
  tab.answer(tab.load(), bootstrapOf(null));
  assert.equal(tab.shown().oauthError, null);
});

test('a typed code goes to the page where it belongs', () => {
  const tab = session('/login');
  tab.arriveAs(null);
  tab.send({ type: 'code-carried', link: { code: 'STAFF', state: 'registration', page: 'register' } });
  assert.deepEqual(tab.went(), ['/register']);
  assert.equal(tab.shown().link?.from, 'field');
});

test('an email is filled in on the login page until somebody is signed in', () => {
  const tab = session('/register');
  tab.arriveAs(null);
  tab.send({ type: 'email-given', email: { email: 'ada@example.org', isNew: true } });
  assert.deepEqual(tab.went(), ['/login']);
  assert.deepEqual(tab.shown().prefilledEmail, { email: 'ada@example.org', isNew: true });
  tab.send({ type: 'session-changed', change: 'in', next: null, flash: null });
  tab.answer(tab.load(), bootstrapOf(ada));
  assert.equal(tab.shown().prefilledEmail, null);
});

test('a guest who waits for room keeps the attempt, and stops waiting when they say so', () => {
  const tab = session();
  tab.arriveAs(null);
  const problem = { code: 'TOO_MANY_GUESTS', retryAfterSeconds: 5 } as const;
  const waiting = { intention: { default: true }, attemptId: '1', problem } as const;
  tab.send({ type: 'room-awaited', waiting });
  tab.send({ type: 'refresh-wanted' });
  tab.answer(tab.load(), bootstrapOf(null));
  assert.equal(tab.shown().waiting, waiting);
  tab.send({ type: 'waiting-stopped' });
  assert.equal(tab.shown().waiting, null);
  assert.equal(tab.load().for, 'refresh');
});

test('a link into a full room waits with the attempt that was made', () => {
  const tab = session();
  const link = { code: 'SPRING', state: 'login', page: 'landing', from: 'link' } as const;
  const problem = { code: 'ROOM_FULL', retryAfterSeconds: 0 } as const;
  const waiting = { intention: { code: 'SPRING' }, attemptId: '1', problem };
  tab.send({ type: 'entered', bootstrap: bootstrapOf(null), link, problem, waiting });
  assert.equal(tab.shown().waiting, waiting);
  assert.equal(tab.shown().link, link);
  tab.send({ type: 'session-changed', change: 'in', next: null, flash: null });
  tab.answer(tab.load(), bootstrapOf(guest));
  assert.equal(tab.shown().waiting, null);
});

test('the end of the time is said once by the server, told to the other tabs, and stays until it is read', () => {
  const tab = session('/chat');
  tab.arriveAs(guest);
  const [first, second] = [1, 2].map(() => {
    tab.send({ type: 'refresh-wanted' });
    return tab.load();
  });
  assert.ok(first && second);
  // Two questions at once: the answer to the first one is dropped, and only that one says it.
  tab.answer(first, { ...bootstrapOf(null), timeOver: true });
  assert.deepEqual(tab.only('broadcast'), [{ type: 'broadcast', message: 'time-over' }]);
  tab.answer(second, bootstrapOf(null));
  assert.deepEqual([tab.shown().isTimeOver, tab.shown().bootstrap.person], [true, null]);
  assert.equal(tab.only('broadcast').length, 0);
  tab.send({ type: 'time-over-read' });
  assert.equal(tab.shown().isTimeOver, false);
  assert.deepEqual(tab.went(), ['/']);
});

test('a tab that hears of the end from another tab, or from a refused request, asks who is signed in', () => {
  for (const event of [{ type: 'message-received', message: 'time-over' }, { type: 'time-over' }] as const) {
    const tab = session('/chat');
    tab.arriveAs(guest);
    tab.send(event);
    assert.equal(tab.only('broadcast').length, event.type === 'time-over' ? 1 : 0);
    tab.answer(tab.load(), bootstrapOf(null));
    assert.equal(tab.shown().isTimeOver, true);
    tab.send({ type: 'session-changed', change: 'in', next: null, flash: null });
    tab.answer(tab.load(), bootstrapOf(guest));
    assert.equal(tab.shown().isTimeOver, false);
  }
});

test('a visitor who waits no more gets the other ways to join, without the code of the link', () => {
  const tab = session();
  const link = { code: 'SPRING', state: 'login', page: 'landing', from: 'link' } as const;
  const problem = { code: 'ROOM_FULL', retryAfterSeconds: 0 } as const;
  const waiting = { intention: { code: 'SPRING' }, attemptId: '1', problem };
  tab.send({ type: 'entered', bootstrap: bootstrapOf(null), link, problem, waiting });
  tab.send({ type: 'waiting-stopped' });
  tab.answer(tab.load(), bootstrapOf(null));
  const { link: kept, problem: told, waiting: waits } = tab.shown();
  assert.deepEqual([kept, told, waits], [null, null, null]);
});
