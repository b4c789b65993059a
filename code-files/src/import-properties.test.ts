import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from '@foyer/invitation-codes/code';
import { createCodes, listCodes, revokeCode } from '@foyer/invitation-codes/codes';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { checkWhole, fileRow, importFiles, testKeys as keys } from '../../testing/codes/import.ts';
import { onEveryDatabase } from '../../testing/database/database.ts';
import { writeImport } from './import-codes.ts';

const now = Date.UTC(2027, 0, 1);
const files = importFiles();
const texts = ['SPRING', 'summer', 'SCHOOLTRIP-201', 'Ünï', '7K3M-9QXA-2FV8B'];

const keptCode = fc.record({
  code: fc.constantFrom(...texts),
  kind: fc.constantFrom('login' as const, 'registration' as const),
  allowed: fc.integer({ min: 1, max: 9 }),
  spent: fc.nat(9),
  isRevoked: fc.boolean(),
  label: fc.constantFrom(null, 'a'),
});

const row = fc.record({
  invitation_code: fc.constantFrom(...texts, 'spring', 'schooltrip2o1', ' '),
  invitation_type: fc.constantFrom('LOGIN', 'REGISTER'),
  allowed_usage: fc.integer({ min: 0, max: 9 }),
  remaining_usage: fc.option(fc.nat(9), { nil: undefined }),
  valid_until: fc.constantFrom('2040-01-01', '2041-01-01T12:00:00.9999+02:00', '2041-02-29'),
  label: fc.constantFrom(undefined, 'a', 'b'),
});

type KeptCode = typeof keptCode extends fc.Arbitrary<infer Value> ? Value : never;
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const rows = fc.array(row, { minLength: 1, maxLength: 6 });
const kept = fc.uniqueArray(keptCode, { selector: ({ code }) => code });

onEveryDatabase(({ open }) => {
  test('the write does what the plan says, and a second import changes nothing', async () => {
    const { db } = await open();
    const property = fc.asyncProperty(kept, rows, fc.boolean(), async (existing, fileRows, resetUsage) => {
      await keepOnly(db, existing);
      const before = await codesByForm(db);
      const checked = await checkWhole(db, keys, await files.write(fileRows.map(fileRow)), { resetUsage });
      await writeImport(db, checked, now);
      const after = await codesByForm(db);

      const expected = new Map([...before].map(([form, code]) => [form, { ...code }]));
      for (const planned of checked.plan.rows) {
        if (planned.outcome === 'refused') continue;
        const form = canonical(planned.code ?? '');
        if (planned.outcome === 'new') expected.set(form, newCodeOf(fileRows[planned.row - 1]));
        else
          for (const { field, to } of planned.changes)
            Object.assign(expected.get(form) ?? {}, { [field]: to });
      }
      assert.deepEqual(after, expected);

      const again = await checkWhole(db, keys, checked.path, { resetUsage });
      assert.deepEqual(
        again.plan.rows,
        checked.plan.rows.filter(({ outcome }) => outcome === 'refused'),
      );
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

async function keepOnly(db: Kysely<InvitationTables>, codes: KeptCode[]) {
  await db.deleteFrom('invitationCode').execute();
  const terms = {
    validFrom: Date.UTC(2020),
    validUntil: Date.UTC(2040, 0, 2) - 1,
    requirement: 'NOT_AVAILABLE',
  } as const;
  const made = codes.map(({ code, kind, allowed, spent, label }) => {
    return { code, kind, allowed, remaining: Math.max(0, allowed - spent), label, ...terms };
  });
  await createCodes(db, keys, made, { createdBy: 'create', now });
  for (const { code, isRevoked } of codes) if (isRevoked) await revokeCode(db, keys, code, now);
}

/** The codes under the names of the file, by their canonical forms. */
async function codesByForm(db: Kysely<InvitationTables>) {
  const codes = await Array.fromAsync(listCodes(db, keys));
  return new Map(
    codes.map((code) => [
      canonical(code.code),
      {
        invitation_type: code.kind === 'login' ? 'LOGIN' : 'REGISTER',
        allowed_usage: code.allowed,
        remaining_usage: code.remaining,
        valid_until: new Date(code.validUntil).toISOString(),
        label: code.label,
        isRevoked: code.revokedAt !== null,
      },
    ]),
  );
}

function newCodeOf(row: Row | undefined) {
  assert.ok(row);
  return {
    invitation_type: row.invitation_type,
    allowed_usage: row.allowed_usage,
    remaining_usage: row.remaining_usage ?? row.allowed_usage,
    valid_until: row.valid_until === '2040-01-01' ? '2040-01-01T23:59:59.999Z' : '2041-01-01T10:00:00.999Z',
    label: row.label ?? null,
    isRevoked: false,
  };
}
