import type { ClientBase } from 'pg';

/** So many are kept at the most; the product itself has about a hundred. */
const mostKept = 500;

export type PreparedStatements = ReturnType<typeof preparedStatements>;

/**
 * Statements that PostgreSQL keeps once it has understood them: each connection has its own, by names that are the same on
 * all. They are planned anew each time: a plan of when the tables were small would read all of them once they are large.
 * Nothing is kept behind a pooler, which may give each transaction another connection.
 */
export function preparedStatements() {
  const direct = new WeakSet<ClientBase>();
  const names = new Map<string, string>();

  return {
    /** To be done with a new connection. A pooler makes up the process that it says it is. */
    welcome: async (client: ClientBase): Promise<void> => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      if (rows[0]?.pid !== processOf(client)) return;
      await client.query('set plan_cache_mode = force_custom_plan');
      direct.add(client);
    },

    /** By which name a connection keeps a statement, or undefined where it is to be understood anew. */
    nameOf: (client: ClientBase, sql: string, parameters: readonly unknown[]): string | undefined => {
      if (parameters.length === 0 || !direct.has(client) || returnsAnyColumn(sql)) return undefined;
      const known = names.get(sql);
      if (known !== undefined || names.size >= mostKept) return known;
      const name = `foyer_${names.size}`;
      names.set(sql, name);
      return name;
    },
  };
}

function processOf(client: ClientBase): number | null {
  return (client as ClientBase & { processID: number | null }).processID;
}

/** One that was kept would fail for ever once a newer version of Foyer adds a column. */
function returnsAnyColumn(sql: string): boolean {
  return /[ .]\*/.test(sql);
}
