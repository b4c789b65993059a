import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function firstTables(kind: Database['kind']) {
  const date = kind === 'postgres' ? sql`timestamptz` : sql`date`;
  const boolean = kind === 'postgres' ? sql`boolean` : sql`integer`;
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      const table = (name: string) => db.schema.createTable(name);

      await table('invitationCode')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('digest', 'text', (c) => c.notNull().unique())
        .addColumn('sealed', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull().check(sql`"kind" in ('login', 'registration')`))
        .addColumn('allowed', 'integer', (c) => c.notNull().check(sql`"allowed" >= 1`))
        .addColumn('remaining', 'integer', (c) => c.notNull())
        .addColumn('validFrom', time, (c) => c.notNull())
        .addColumn('validUntil', time, (c) => c.notNull())
        .addColumn('requirement', 'text', (c) => c.notNull())
        .addColumn('label', 'text')
        .addColumn('createdAt', time, (c) => c.notNull())
        .addColumn('createdBy', 'text', (c) => c.notNull())
        .addColumn('revokedAt', time)
        .addCheckConstraint('invitationCodeUses', sql`"remaining" between 0 and "allowed"`)
        .execute();

      await table('redemption')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('codeId', 'text', (c) => c.notNull().references('invitationCode.id'))
        .addColumn('redeemedAt', time, (c) => c.notNull())
        .addColumn('entry', 'text', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('redemptionCodeId').on('redemption').column('codeId').execute();

      await table('user')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('email', 'text', (c) => c.notNull().unique())
        .addColumn('emailVerified', boolean, (c) => c.notNull())
        .addColumn('image', 'text')
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .addColumn('isGuest', boolean, (c) => c.notNull())
        .addColumn('lastSeenAt', time)
        .addColumn('redemptionId', 'text', (c) => c.references('redemption.id'))
        .execute();
      // Only guests have a lastSeenAt; the cleanup looks for idle guests with this index.
      await db.schema.createIndex('userLastSeenAt').on('user').column('lastSeenAt').execute();

      await table('session')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('token', 'text', (c) => c.notNull().unique())
        .addColumn('expiresAt', date, (c) => c.notNull())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text')
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('sessionUserId').on('session').column('userId').execute();

      await table('account')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('accountId', 'text', (c) => c.notNull())
        .addColumn('providerId', 'text', (c) => c.notNull())
        .addColumn('accessToken', 'text')
        .addColumn('refreshToken', 'text')
        .addColumn('idToken', 'text')
        .addColumn('accessTokenExpiresAt', date)
        .addColumn('refreshTokenExpiresAt', date)
        .addColumn('scope', 'text')
        .addColumn('password', 'text')
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .addUniqueConstraint('accountOfProvider', ['providerId', 'accountId'])
        .execute();
      await db.schema.createIndex('accountUserId').on('account').column('userId').execute();

      await table('verification')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('identifier', 'text', (c) => c.notNull())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('expiresAt', date, (c) => c.notNull())
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('verificationIdentifier').on('verification').column('identifier').execute();

      await table('entryAttempt')
        .addColumn('digest', 'text', (c) => c.primaryKey())
        .addColumn('codeId', 'text', (c) => c.notNull().references('invitationCode.id'))
        .addColumn('userId', 'text', (c) =>
          c.notNull().references('user.id').onDelete('cascade').modifyEnd(sql`deferrable initially deferred`),
        )
        .addColumn('attemptedAt', time, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('entryAttemptUserId').on('entryAttempt').column('userId').execute();

      await table('chat')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('createdAt', time, (c) => c.notNull())
        .addColumn('updatedAt', time, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('chatOfUser').on('chat').columns(['userId', 'updatedAt']).execute();

      await table('message')
        .addColumn('chatId', 'text', (c) => c.notNull().references('chat.id').onDelete('cascade'))
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('createdAt', time, (c) => c.notNull())
        .addPrimaryKeyConstraint('messageInChat', ['chatId', 'id'])
        .addUniqueConstraint('messagePosition', ['chatId', 'position'])
        .execute();

      await table('reply')
        .addColumn('userId', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
        .addColumn('chatId', 'text', (c) => c.notNull().references('chat.id').onDelete('cascade'))
        .addColumn('leaseUntil', time, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('replyChatId').on('reply').column('chatId').execute();

      await table('messageWindow')
        .addColumn('userId', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
        .addColumn('startedAt', time, (c) => c.notNull())
        .addColumn('count', 'integer', (c) => c.notNull())
        .execute();

      await table('tryLimit')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('level', 'double precision', (c) => c.notNull())
        .addColumn('at', time, (c) => c.notNull())
        .execute();

      await table('setting')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute();
    },
  };
}
