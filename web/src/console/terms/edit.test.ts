import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeInFull } from '../api/codes.ts';
import { changesOf, editFieldsOf } from './edit.ts';

const code: CodeInFull = {
  id: '1',
  code: 'SPRING-2027',
  state: 'open',
  kind: 'login',
  allowed: 30,
  remaining: 12,
  validFrom: Date.parse('2027-01-01T08:30:00Z'),
  validUntil: Date.parse('2027-01-31T22:59:59.999Z'),
  revokedAt: null,
  label: 'Spring',
  assistant: null,
  messagesPerPerson: 40,
  messagesPerDay: null,
  tokenBudget: null,
  minutesPerPerson: null,
  peopleAtOnce: null,
  language: null,
  batch: null,
  createdAt: 0,
  createdBy: 'command',
  lastUsedAt: null,
  version: 'a',
  link: 'https://foyer.example/#invite-code=SPRING-2027',
  assistantName: null,
  use: { entries: 18, converted: 0, peopleIn: 0, messages: 0, tokens: 0 },
  days: [],
  latest: [],
};
const zone = 'Europe/Berlin';

test('a form that nobody touched changes nothing, not even the time of a day', () => {
  assert.deepEqual(changesOf(code, editFieldsOf(code, zone), zone), {});
});

test('only what differs is sent, and an emptied field takes a limit away', () => {
  const fields = editFieldsOf(code, zone);
  const changed = {
    ...fields,
    allowed: '40',
    until: '2027-02-28',
    label: ' ',
    opened: { ...fields.opened, messagesPerPerson: '', peopleAtOnce: '10' },
  };
  assert.deepEqual(changesOf(code, changed, zone), {
    allowed: 40,
    validUntil: Date.parse('2027-02-28T22:59:59.999Z'),
    label: null,
    messagesPerPerson: null,
    peopleAtOnce: 10,
  });
});
