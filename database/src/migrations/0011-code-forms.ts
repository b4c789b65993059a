import { type Kysely, sql } from 'kysely';

/** Codes of an older version get the digests of their new form when Foyer starts: this needs the secret. */
export const codeForms = {
  async up(db: Kysely<unknown>) {
    await sql`
      insert into "setting" ("key", "value")
      select 'codeFormsDue', '' where exists (select 1 from "invitationCode")`.execute(db);
  },
};
