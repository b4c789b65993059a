import type { Tables } from './tables.ts';

/** All tables of Foyer; `testing/scenarios/schema.test.ts` compares them with a migrated database. */
export const tableNames = [
  'account',
  'batch',
  'chat',
  'draft',
  'entryAttempt',
  'invitationCode',
  'mailProof',
  'message',
  'messageWindow',
  'modelCalls',
  'place',
  'redemption',
  'reply',
  'session',
  'setting',
  'tokenUse',
  'tryLimit',
  'unsentLetter',
  'useCounter',
  'user',
  'verification',
] as const satisfies (keyof Tables)[];

export const migrationTables = ['kysely_migration', 'kysely_migration_lock'];
