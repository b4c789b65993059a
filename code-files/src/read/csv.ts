import { CsvError, parse } from 'csv-parse/sync';

export { CsvError };

export function parseCsv(text: string, delimiter: string): string[][] {
  // A row is cut before its line feed: it may still end with a carriage return.
  return parse(text.replace(/\r$/, ''), {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

export function csvProblem({ code }: CsvError): string {
  if (/INCONSISTENT/.test(code)) return 'the row has more or fewer cells than the header';
  return /QUOTE/.test(code) ? 'a quotation mark is out of place' : 'the row is not well formed';
}
