import { once } from 'node:events';
import { type CsvError, parse } from 'csv-parse';
import { longestLine, newlinesIn, Unreadable, utf8Lines } from './utf8Lines.ts';

/** A record of a CSV file (RFC 4180). `line` is the line of the file where it begins, from 1. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Reads the records of a CSV file, with any number of cells, those of a block together. It skips empty lines and lines with commas only, which
 * spreadsheets write below the last row.
 * @throws Unreadable at a record that cannot be parsed, after all records before it were given
 */
export async function* csvRecords(file: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord[]> {
  let found: CsvRecord[] = [];
  // Lines are counted here, since the parser counts a CRLF inside quotes as two lines.
  let linesInRecords = 0;
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestLine,
    // Records are collected here, since the parser's stream drops those that it holds when a later record is broken.
    on_record(cells: string[], { empty_lines }) {
      if (cells.some((cell) => cell !== '')) found.push({ line: 1 + linesInRecords + empty_lines, cells });
      linesInRecords += cells.reduce((count, cell) => count + newlinesIn(cell), 1);
      return null;
    },
  });
  let broken: CsvError | undefined;
  parser.on('error', (error: CsvError) => {
    broken = error;
  });
  const given = function* () {
    if (found.length > 0) yield found;
    found = [];
    // Only the code of the parser's error is used, because its message quotes the file, which holds secrets.
    if (broken) throw new Unreadable(1 + linesInRecords + parser.info.empty_lines, reason(broken.code));
  };
  parser.resume();
  let unreadable: Unreadable | undefined;
  try {
    try {
      for await (const block of utf8Lines(file)) {
        await new Promise((done) => parser.write(block, done));
        yield* given();
      }
    } catch (error) {
      if (!(error instanceof Unreadable) || broken) throw error;
      unreadable = error;
    }
    // The parser gives the last record before a broken one only at its end.
    await new Promise<void>((done) => parser.end(() => done()));
    yield* given();
    if (unreadable) throw unreadable;
  } finally {
    parser.destroy();
    if (!parser.closed) await once(parser, 'close');
  }
}

function reason(code: string): string {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `is longer than ${longestLine} bytes, or a quotation mark in it is never closed`
    : 'has a quotation mark where none can be, or one that is never closed';
}
