import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { UnfreezeError } from '../kit/errors.ts';

/**
 * Writes a complete new file that only its owner may read. It never replaces an existing file.
 * @throws UnfreezeError `messageInvalid` where the file exists, `internal` where it cannot be written
 */
export async function writeOwnersFile(file: string, texts: AsyncIterable<string>): Promise<void> {
  if (existsSync(file)) throw new UnfreezeError('messageInvalid', `cannot write ${file}: it exists already`);
  const fresh = `${file}.${randomUUID()}`;
  try {
    const handle = await open(fresh, 'wx', 0o600);
    try {
      for await (const text of texts) await handle.appendFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(fresh, file);
  } catch (error) {
    if (error instanceof UnfreezeError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UnfreezeError('internal', `cannot write ${file}: ${code}`, { cause: error });
  } finally {
    await rm(fresh, { force: true });
  }
}
