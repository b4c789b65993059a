import type { ClientBase } from 'pg';

const maxKept = 500;
/** The maximum age of a plan, in milliseconds. */
const planLifeMs = 10_000;

export type PreparedStatements = ReturnType<typeof preparedStatements>;

/** Not used behind a pooler, where each transaction may get another connection. */
export function preparedStatements({ now = () => performance.now() } = {}) {
  const plannedAt = new WeakMap<ClientBase, number>();
  const names = new Map<string, string>();
  let made = 0;

  return {
    prepareConnection: async (client: ClientBase): Promise<void> => {
      if ((await isDirect(client)) && (await withoutJit(client))) plannedAt.set(client, now());
    },

    keepsStatements: (client: ClientBase): boolean => plannedAt.has(client),

    /** Old plans may have been made for small tables. */
    hasOldPlans: (client: ClientBase): boolean => now() - (plannedAt.get(client) ?? now()) >= planLifeMs,

    discardPlans: async (client: ClientBase): Promise<void> => {
      plannedAt.set(client, now());
      await client.query('discard plans');
    },

    /** Undefined: do not prepare this statement. */
    nameOf: (client: ClientBase, sql: string, parameters: readonly unknown[]): string | undefined => {
      if (parameters.length === 0 || !plannedAt.has(client)) return undefined;
      const known = names.get(sql);
      if (known !== undefined || names.size >= maxKept || returnsAnyColumn(sql)) return known;
      const name = `foyer_${made++}`;
      names.set(sql, name);
      return name;
    },

    /** The prepared statement is missing or outdated: run it again, and it is prepared anew. */
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

/** Most poolers invent their process id. */
async function isDirect(client: ClientBase): Promise<boolean> {
  const { processID } = client as ClientBase & { processID: number | null };
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid === processID;
}

/** Returns false when the database does not know this setting. */
async function withoutJit(client: ClientBase): Promise<boolean> {
  try {
    await client.query('set jit = off');
    return true;
  } catch (error) {
    const [MISTAKEN, NOT_SUPPORTED, NO_SUCH_VALUE] = ['42', '0A', '22'];
    const { code = '' } = error as { code?: string };
    if ([MISTAKEN, NOT_SUPPORTED, NO_SUCH_VALUE].includes(code.slice(0, 2))) return false;
    throw error;
  }
}

/** Such a statement would fail for ever after a newer version adds a column. */
function returnsAnyColumn(sql: string): boolean {
  return /(\.|\b(select|returning) )\*/i.test(sql);
}
