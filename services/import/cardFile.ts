import { createReadStream } from 'node:fs';
import { UnfreezeError } from '../../kit/errors.ts';
import type { ReadRow } from './csvRows.ts';

/** Reads a file in blocks. @throws UnfreezeError `messageInvalid` where it cannot be read */
export async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnfreezeError('messageInvalid', `cannot read ${file}: ${code}`);
  }
}

/** Groups rows in batches of `size`; the last one may be smaller. */
export async function* inBatches(blocks: AsyncIterable<ReadRow[]>, size: number): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = [];
  for await (const rows of blocks) {
    for (const row of rows) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
