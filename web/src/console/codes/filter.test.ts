import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOf, sortOf } from './filter.ts';

const getOf = (search: string) => {
  const params = new URLSearchParams(search);
  return (name: string) => params.get(name) ?? '';
};

test('the address says which codes are listed', () => {
  const get = getOf('search=SPRING&state=usedUp&kind=login&batch=7&assistant=wren&sort=endsLast');
  assert.deepEqual(filterOf(get, 'UTC'), {
    search: 'SPRING',
    state: 'usedUp',
    kind: 'login',
    batch: '7',
    assistant: 'wren',
  });
  assert.equal(sortOf(get), 'endsLast');
});

test('days begin and end in the time zone of the house', () => {
  assert.deepEqual(filterOf(getOf('createdFrom=2027-01-31&endsUntil=2027-01-31'), 'Europe/Berlin'), {
    createdFrom: Date.parse('2027-01-30T23:00:00Z'),
    endsUntil: Date.parse('2027-01-31T22:59:59.999Z'),
  });
});

test('what the address says wrongly is left out', () => {
  assert.deepEqual(filterOf(getOf('state=broken&kind=x&createdFrom=yesterday'), 'UTC'), {});
  assert.equal(sortOf(getOf('sort=best')), 'newest');
});
