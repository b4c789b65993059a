import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';
import { keepAudit } from './keep-audit.ts';

/** Operators, what they may do and did, the settings that they changed, and their second factors. */
export function operators(kind: Database['kind']) {
  const date = kind === 'postgres' ? sql`timestamptz` : sql`date`;
  const boolean = kind === 'postgres' ? sql`boolean` : sql`integer`;
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;
  const [yes, no] = kind === 'postgres' ? [sql`true`, sql`false`] : [sql`1`, sql`0`];

  return {
    async up(db: Kysely<unknown>) {
      const table = (name: string) => db.schema.createTable(name);

      await table('operator')
        .addColumn('userId', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
        .addColumn('createdAt', time, (c) => c.notNull())
        .execute();

      await table('operatorLink')
        .addColumn('digest', 'text', (c) => c.primaryKey())
        .addColumn('emailDigest', 'text')
        .addColumn('sealedEmail', 'text')
        .addColumn('userId', 'text', (c) => c.references('user.id').onDelete('cascade'))
        .addColumn('createdAt', time, (c) => c.notNull())
        .addColumn('expiresAt', time, (c) => c.notNull())
        .addColumn('usedAt', time)
        .execute();
      await db.schema.createIndex('operatorLinkUser').on('operatorLink').column('userId').execute();

      await table('operatorSession')
        .addColumn('sessionId', 'text', (c) => c.primaryKey().references('session.id').onDelete('cascade'))
        .addColumn('confirmedAt', time)
        .addColumn('secondFactorAt', time)
        .execute();

      await table('operatorToken')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('digest', 'text', (c) => c.notNull().unique())
        .addColumn('scopes', 'text', (c) => c.notNull())
        .addColumn('createdAt', time, (c) => c.notNull())
        .addColumn('createdBy', 'text', (c) => c.references('user.id').onDelete('cascade'))
        .addColumn('lastUsedAt', time)
        .addColumn('revokedAt', time)
        .execute();
      await db.schema.createIndex('operatorTokenCreatedBy').on('operatorToken').column('createdBy').execute();

      await table('operatorSetting')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('changedAt', time, (c) => c.notNull())
        .addColumn('changedBy', 'text')
        .execute();

      await table('audit')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('at', time, (c) => c.notNull())
        .addColumn('by', 'text', (c) => c.notNull())
        .addColumn('byId', 'text')
        .addColumn('act', 'text', (c) => c.notNull())
        .addColumn('on', 'text', (c) => c.notNull())
        .addColumn('onId', 'text')
        .addColumn('count', 'integer')
        .addColumn('before', 'text')
        .addColumn('after', 'text')
        .addColumn('from', 'text')
        .execute();
      await db.schema.createIndex('auditByTime').on('audit').columns(['at', 'id']).execute();
      await db.schema.createIndex('auditByThing').on('audit').columns(['onId', 'at', 'id']).execute();
      await db.schema.createIndex('auditByActor').on('audit').columns(['byId', 'at', 'id']).execute();
      await db.schema.createIndex('auditByAct').on('audit').columns(['act', 'at', 'id']).execute();
      for (const statement of keepAudit(kind)) await statement.execute(db);

      // Finds the codes that run low, among a million cards for one use each.
      await sql`create index "invitationCodeOfMany" on "invitationCode" ("validUntil")
        where "allowed" > 1 and "revokedAt" is null`.execute(db);

      await db.schema
        .alterTable('user')
        .addColumn('twoFactorEnabled', boolean, (c) => c.defaultTo(no))
        .execute();
      await table('twoFactor')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('secret', 'text', (c) => c.notNull())
        .addColumn('backupCodes', 'text', (c) => c.notNull())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('verified', boolean, (c) => c.defaultTo(yes))
        .addColumn('failedVerificationCount', 'integer', (c) => c.defaultTo(0))
        .addColumn('lockedUntil', date)
        .execute();
      await db.schema.createIndex('twoFactorUserId').on('twoFactor').column('userId').execute();
    },
  };
}
