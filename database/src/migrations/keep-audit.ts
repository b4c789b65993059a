import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../open.ts';

const refusal = 'the audit log only grows';

/** A backup contains the trigger, but not its function: a restore creates the function first. */
export const keepAuditFunction = `create or replace function "keepAudit"() returns trigger language plpgsql as $$
begin raise exception '${refusal}'; end $$`;

/** The database itself refuses to change or delete what was done. */
export function keepAudit(kind: Database['kind']): RawBuilder<unknown>[] {
  if (kind === 'sqlite')
    return ['update', 'delete'].map((act) =>
      sql.raw(
        `create trigger "auditRefuses_${act}" before ${act} on "audit" begin select raise(abort, '${refusal}'); end`,
      ),
    );
  return [
    sql.raw(keepAuditFunction),
    sql.raw(
      'create trigger "auditRefuses" before update or delete or truncate on "audit" for each statement execute function "keepAudit"()',
    ),
  ];
}
