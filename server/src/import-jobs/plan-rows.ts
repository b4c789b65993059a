import { DatabaseSync } from 'node:sqlite';
import type { plannedRow } from '@foyer/api/operator/imports';
import type { PlannedRow } from '@foyer/code-files/import-codes';
import type * as z from 'zod';

export type RowOnPages = z.output<typeof plannedRow>;

export type PlanRows = ReturnType<typeof openPlanRows>;

/** Longer texts of a refused row are cut, in UTF-16 units. */
const maxShown = 300;

/** The rows of a plan, in a file: a million of them do not fit into memory. */
export function openPlanRows(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = off; pragma synchronous = off;
    create table "row" ("row" integer primary key, "outcome" text not null, "search" text not null, "json" text not null)`);
  const insert = db.prepare('insert into "row" values (?, ?, ?, ?)');
  return {
    add: (rows: PlannedRow[]) => {
      db.exec('begin');
      for (const planned of rows) {
        const row = onPages(planned);
        insert.run(row.row, row.outcome, searchable(row), JSON.stringify(row));
      }
      db.exec('commit');
    },
    /** Rows after the row `after`, in the order of the file. */
    page: ({ outcome, search, after, limit }: PageAsked): RowOnPages[] => {
      const select = db.prepare(`select "json" from "row"
        where "row" > ? and (? is null or "outcome" = ?) and (? is null or instr("search", ?) > 0) order by "row" limit ?`);
      const sought = search?.trim().toLowerCase() || null;
      const found = select.all(after, outcome ?? null, outcome ?? null, sought, sought, limit);
      return found.map(({ json }) => JSON.parse(String(json)));
    },
    close: () => db.close(),
  };
}

type PageAsked = { outcome?: string | undefined; search?: string | undefined; after: number; limit: number };

function onPages(planned: PlannedRow): RowOnPages {
  const { row, outcome, code } = planned;
  const changes = planned.outcome === 'changed' ? planned.changes : [];
  const problems = planned.outcome === 'refused' ? planned.problems : [];
  return {
    ...{ row, outcome, code: code === null ? null : cut(code) },
    changes: changes.map(({ field, from, to }) => ({ field, from: written(from), to: written(to) })),
    problems: problems.map(({ field, message }) => ({
      field: field === null ? null : cut(field),
      message: cut(message),
    })),
  };
}

function searchable({ code, changes, problems }: RowOnPages): string {
  const parts = [
    code,
    ...changes.map(({ from, to }) => `${from} ${to}`),
    ...problems.map(({ field, message }) => `${field} ${message}`),
  ];
  return parts.join('\n').toLowerCase();
}

function written(value: string | number | null): string | null {
  return value === null ? null : cut(String(value));
}

function cut(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
