import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { importFiles, testKeys as keys } from '../../../testing/codes/import.ts';
import { stageFile } from '../stage/stage-file.ts';
import { openStaging } from '../stage/staging.ts';
import { scannerOf } from './scan.ts';
import { bytesOfRow, splitFile } from './split.ts';

const files = importFiles();

test('an array is cut into its elements, in any pieces', () => {
  const cuts = fc.array(fc.nat(), { maxLength: 8 });
  const property = fc.property(
    fc.array(fc.jsonValue(), { minLength: 1 }),
    cuts,
    fc.nat(3),
    (values, places, indent) => {
      const bytes = Buffer.from(JSON.stringify(values, null, indent));
      const scanner = scannerOf('json');
      const rows: unknown[] = [];
      let left: Uint8Array = new Uint8Array();
      const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
      let start = 0;
      for (const end of ends) {
        const all = Buffer.concat([left, bytes.subarray(start, end)]);
        const { edges, rest, misplaced } = scanner.take(all, left.length);
        assert.equal(misplaced, -1);
        for (let i = 0; i < edges.length; i += 2) {
          rows.push(JSON.parse(all.subarray(edges[i], edges[i + 1]).toString()));
        }
        left = all.subarray(rest);
        start = end;
      }
      assert.deepEqual(rows, JSON.parse(bytes.toString()));
      assert.equal(scanner.end(left), 'nothing');
    },
  );
  fc.assert(property, { numRuns: 500 });
});

test('rows are numbered across batches, and each batch knows its offset in the file', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ number: i, text: 'é'.repeat(20) }));
  const content = Buffer.from(JSON.stringify(rows, null, 1));
  const path = await files.write(content);
  let next = 1;
  for await (const batch of splitFile({ path, encoding: 'utf-8' }, 'json')) {
    assert.equal(batch.firstRow, next);
    assert.ok(content.subarray(batch.offset).indexOf(batch.bytes) === 0);
    for (let i = 0; i < batch.edges.length / 2; i++) {
      assert.deepEqual(JSON.parse(Buffer.from(bytesOfRow(batch, i)).toString()), rows[next++ - 1]);
    }
  }
  assert.equal(next, 20_001);
});

test('a malformed file is refused with the place of the fault, even late in the file', async () => {
  const many = Array.from({ length: 5000 }, (_, i) => `{"invitation_code": "CODE-${i}", "label": "é"}`);
  const withAt = (at: number, row: string) => many.with(at, row);
  const cases: [string, string, RegExp][] = [
    ['json', `[${withAt(4000, '{"a": 1 "b": 2}').join(',\n')}]`, /is not valid JSON: line 4001, column 9$/],
    ['json', `[${many.join(',\n')},\n]`, /is not valid JSON: line 5000: a comma before \]$/],
    ['json', `[${many.join(',\n')}] x`, /is not valid JSON: line 5000, column 49$/],
    ['json', `[${many.join(',\n')}`, /is not valid JSON: line 5000, column 47$/],
    ['json', `[${withAt(10, '{').join(',\n')}]`, /is not valid JSON: line 11, column 2$/],
    ['json', 'x', /is not valid JSON: line 1, column 1$/],
    ['json', '\n é', /is not valid JSON: line 2, column 2$/],
    ['jsonl', withAt(4000, '{"a": 1} {}').join('\n'), /is not valid JSON: line 4001, column 10$/],
    ['csv', 'a,b\n', /its header has "a", which is not a field of this file$/],
    [
      'csv',
      csvHeader.replaceAll(',', '|'),
      /its header has "invitation_code\|.*\.\.\.", which is not a field of this file$/,
    ],
    ['csv', `${csvHeader},label,label\n`, /its header has "label" twice$/],
    ['csv', `${csvHeader}\r${csvRow}\r`, /its lines end with CR alone; LF or CRLF is expected$/],
    ['csv', 'invitation_code,invitation_type\n', /its header is missing the column allowed_usage$/],
    ['csv', `${csvHeader}\n`, /is empty: it holds no codes$/],
    ['csv', '', /is empty$/],
    ['csv', `${csvHeader}\n${csvRow}\nA,LOGIN\n`, /line 3: the row has more or fewer cells than the header$/],
    ['csv', `${csvHeader}\n${csvRow}\nA"B,LOGIN,1,2020,2021\n`, /line 3: a quotation mark is out of place$/],
    ['csv', `${csvHeader}\n"A,LOGIN,1,2020,2021\n${csvRow}\n`, /line 2: a quotation mark is out of place$/],
    ['json', `[{"invitation_code": "${'x'.repeat(1_500_000)}"}]`, /row 1 is longer than 1 MB$/],
  ];
  for (const [format, content, message] of cases) {
    const path = await files.write(content, `codes.${format}`);
    using staging = openStaging();
    const reading = stageFile(
      { keys, file: { path, encoding: 'utf-8' }, format: format as 'json', staging },
      () => {},
    );
    await assert.rejects(reading, { message }, `${format} ${content.slice(0, 60)}`);
  }
});

const csvHeader = 'invitation_code,invitation_type,allowed_usage,valid_from,valid_until';
const csvRow = 'A,LOGIN,1,2020-01-01,2021-01-01';
