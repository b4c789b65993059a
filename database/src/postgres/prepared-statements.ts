import type { ClientBase } from 'pg';

/** So many are kept at the most; the product itself has about a hundred. */
const maxKept = 500;
/** How old a plan becomes, in milliseconds. */
const planLifeMs = 10_000;

export type PreparedStatements = ReturnType<typeof preparedStatements>;

/**
 * Statements that PostgreSQL keeps, understood and planned: each connection has its own, by names that are the same on all.
 * Nothing is kept behind a pooler, which may give each transaction another connection.
 */
export function preparedStatements({ now = () => performance.now() } = {}) {
  /** The connections that keep statements, and since when their plans are. */
  const plannedAt = new WeakMap<ClientBase, number>();
  const names = new Map<string, string>();
  let made = 0;

  return {
    /** To be done with a new connection. */
    welcome: async (client: ClientBase): Promise<void> => {
      if ((await isDirect(client)) && (await plansByKey(client))) plannedAt.set(client, now());
    },

    /** Whether a connection keeps statements; one behind a pooler does not. */
    isKeptBy: (client: ClientBase): boolean => plannedAt.has(client),

    /** Whether the plans of a connection that is to be used may be those of small tables. */
    hasOldPlans: (client: ClientBase): boolean => now() - (plannedAt.get(client) ?? now()) >= planLifeMs,

    discardPlans: async (client: ClientBase): Promise<void> => {
      plannedAt.set(client, now());
      await client.query('discard plans');
    },

    /** By which name a connection keeps a statement, or undefined where it is to be understood anew. */
    nameOf: (client: ClientBase, sql: string, parameters: readonly unknown[]): string | undefined => {
      if (parameters.length === 0 || !plannedAt.has(client)) return undefined;
      const known = names.get(sql);
      if (known !== undefined || names.size >= maxKept || returnsAnyColumn(sql)) return known;
      const name = `foyer_${made++}`;
      names.set(sql, name);
      return name;
    },

    /** Whether an error says that a kept statement is not there, or not what it was: it may be done again, and is understood anew. */
    isStale: (client: ClientBase, error: unknown): boolean => {
      const { code = '', routine = '' } = error as { code?: string; routine?: string };
      const [NO_SUCH_STATEMENT, STATEMENT_EXISTS, NOT_SUPPORTED] = ['26000', '42P05', '0A000'];
      if (code === NO_SUCH_STATEMENT || code === STATEMENT_EXISTS) return plannedAt.delete(client);
      const isOfOtherType = code === NOT_SUPPORTED && routine === 'RevalidateCachedQuery';
      if (isOfOtherType) names.clear();
      return isOfOtherType;
    },
  };
}

/** Most poolers make up the process that they say they are. */
async function isDirect(client: ClientBase): Promise<boolean> {
  const { processID } = client as ClientBase & { processID: number | null };
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid === processID;
}

/**
 * To read a whole table is cheap while it is small, and a plan that does so would go on while the table grows. What costs
 * as much as reading a whole table looks to PostgreSQL as if it were worth compiling.
 *
 * @returns false where a database that speaks as PostgreSQL does not know of it; a line that broke says nothing of that
 */
async function plansByKey(client: ClientBase): Promise<boolean> {
  try {
    await client.query('set enable_seqscan = off; set jit = off');
    return true;
  } catch (error) {
    const [MISTAKEN, NOT_SUPPORTED, NO_SUCH_VALUE] = ['42', '0A', '22'];
    const { code = '' } = error as { code?: string };
    if ([MISTAKEN, NOT_SUPPORTED, NO_SUCH_VALUE].includes(code.slice(0, 2))) return false;
    throw error;
  }
}

/** One that was kept would fail for ever once a newer version of Foyer adds a column. */
function returnsAnyColumn(sql: string): boolean {
  return /(\.|\b(select|returning) )\*/i.test(sql);
}
