import { redeem } from '@foyer/invitation-codes/redeem';
import type { HostTables } from '@foyer/invitation-codes/tables';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';

export type Code = { id: string; digest: string };
type Statement = { sql: string; parameters: readonly unknown[] };
type Sample = { code: Code; redemptionId: string; statements: Statement[] };

/** The statements of `redeem` for one redemption of a code that it already knows. */
export async function sampleRedemption(pool: pg.Pool, code: Code): Promise<Sample> {
  const statements: Statement[] = [];
  const db = new Kysely<HostTables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query: { sql, parameters } }) => {
      statements.push({ sql, parameters });
    },
  });
  const spending = { digest: code.digest, kind: 'login', entry: 'guest' } as const;
  await redeem(db, spending, Date.now());
  statements.length = 0;
  const redemption = await redeem(db, spending, Date.now());
  if (!redemption) throw new Error('a code with uses left was refused');
  return { code, redemptionId: redemption.id, statements };
}

/** Replaces the sample's parameters with those of another code and redemption. */
export function insteadOf(sample: Sample, { code, redemptionId }: { code: Code; redemptionId: unknown }) {
  return (value: unknown) => {
    if (value === sample.redemptionId) return redemptionId;
    if (value === sample.code.digest) return code.digest;
    return value === sample.code.id ? code.id : value;
  };
}

// Another redemption and counter each time. The run fails when a statement returns no row, because then no use was
// spent. Each client draws from its own share of the counters: their number is a multiple of the clients.
export function scriptOf(
  { statements, redemptionId }: Sample,
  { clients, counters }: { clients: number; counters: number },
): string {
  const literal = (value: unknown) => {
    if (value === redemptionId) return 'gen_random_uuid()::text';
    if (typeof value === 'number') return String(value);
    return value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;
  };
  const written = ({ sql, parameters }: Statement) =>
    sql
      .replace(/"number" = \$\d+/g, '"number" = :counter')
      .replace(/\$(\d+)/g, (_, n) => literal(parameters[n - 1]));
  const lines = statements.map((statement) => `${written(statement)} \\gset\n`);
  const share = counters / clients - 1;
  return [`\\set counter :client_id + ${clients} * random(0, ${share})`, ...lines].join('\n');
}
