import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, emptyForm, type MakeFields, problemsOf, sumOf } from './form.ts';

const now = Date.parse('2026-12-01T10:00:00Z');
const zone = 'Europe/Berlin';
const form = emptyForm(now, zone);
const wrongIn = (changes: Partial<MakeFields>) => problemsOf({ ...form, ...changes }, now, zone);

test('the form can be sent as it opens', () => {
  assert.deepEqual(wrongIn({}), []);
  assert.deepEqual(sumOf(form), { codes: 30, people: 30 });
  const body = bodyOf(form, now, zone);
  assert.equal(body.validUntil, Date.parse('2026-12-31T22:59:59.999Z'));
  assert.ok(!('validFrom' in body), 'codes of today begin now');
});

test('a later day begins in the time zone of the house', () => {
  const body = bodyOf({ ...form, from: '2026-12-02' }, now, zone);
  assert.equal(body.validFrom, Date.parse('2026-12-01T23:00:00Z'));
});

test('every mistake is told', () => {
  assert.deepEqual(wrongIn({ count: '0' }), ['count']);
  assert.deepEqual(wrongIn({ count: '10001' }), ['count']);
  assert.deepEqual(wrongIn({ allowed: 'many' }), ['allowed']);
  assert.deepEqual(wrongIn({ from: '' }), ['from']);
  assert.deepEqual(wrongIn({ until: '2026-11-30' }), ['ended']);
  assert.deepEqual(wrongIn({ from: '2027-02-01', until: '2027-01-31' }), ['order']);
  assert.deepEqual(wrongIn({ note: 'x'.repeat(121) }), ['note']);
  assert.deepEqual(wrongIn({ note: '🙂'.repeat(120) }), []);
  assert.deepEqual(wrongIn({ code: 'SPRING', count: '2' }), ['oneCode']);
  assert.deepEqual(wrongIn({ opened: { ...form.opened, tokenBudget: '-1' } }), ['opened']);
  assert.deepEqual(wrongIn({ isShort: true, hours: '25' }), ['hours']);
});

test('short codes last hours, and own words are no short code', () => {
  const short = { ...form, isShort: true, hours: '3', until: '' };
  assert.deepEqual(problemsOf(short, now, zone), []);
  assert.equal(bodyOf(short, now, zone).validUntil, now + 3 * 3_600_000);
  assert.equal(bodyOf(short, now, zone).isShort, true);
  const own = bodyOf({ ...short, code: ' SPRING ', count: '1' }, now, zone);
  assert.deepEqual([own.code, 'isShort' in own], ['SPRING', false]);
});

test('a code for an account has no minutes and no places', () => {
  const opened = { ...form.opened, minutesPerPerson: '30', peopleAtOnce: '10', tokenBudget: '1000' };
  const body = bodyOf({ ...form, kind: 'registration', opened }, now, zone);
  assert.deepEqual([body.minutesPerPerson, body.peopleAtOnce, body.tokenBudget], [null, null, 1000]);
});
