import type { Tables } from './tables.ts';

/** All tables of Foyer; `testing/scenarios/schema.test.ts` compares them with a migrated database. */
export const tableNames = [
  'account',
  'audit',
  'batch',
  'chat',
  'draft',
  'entryAttempt',
  'invitationCode',
  'mailProof',
  'message',
  'messageWindow',
  'modelCalls',
  'operator',
  'operatorLink',
  'operatorSession',
  'operatorSetting',
  'operatorToken',
  'place',
  'redemption',
  'reply',
  'session',
  'setting',
  'tokenUse',
  'tryLimit',
  'twoFactor',
  'unsentLetter',
  'useCounter',
  'useOfDay',
  'user',
  'verification',
] as const satisfies (keyof Tables)[];

export const migrationTables = ['kysely_migration', 'kysely_migration_lock'];
