import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';

/** A place for anchors outside the database. `append` resolves when the line would survive a power failure. */
export interface AnchorSink {
  /** The sink's name in messages to the operator. */
  readonly name: string;
  append(line: string): Promise<void>;
  /** The newest lines, in their order; the first of them may be incomplete. */
  newest(): Promise<string[]>;
  /**
   * All lines from the first; none where nothing was ever appended.
   * @throws UnfreezeError `auditTrailBroken` where they cannot be read
   */
  lines(): AsyncIterable<string>;
}

/** The bytes at the end of the file that are read for its newest lines, of about 250 characters each. */
const newestBytes = 16 * 1024;

/** A file that is only appended to. Only its owner may read it. */
export class AnchorFile implements AnchorSink {
  readonly name: string;

  constructor(path: string) {
    this.name = path;
  }

  async append(line: string): Promise<void> {
    await mkdir(dirname(this.name), { recursive: true, mode: 0o700 });
    const file = await open(this.name, 'a+', 0o600);
    try {
      const end = await lastBytes(file, 1);
      // A new line is begun after one that a crash or a full disk has cut, so that the two do not become one.
      const separator = end === '' || end === '\n' ? '' : '\n';
      await file.appendFile(`${separator}${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async newest(): Promise<string[]> {
    const file = await this.#openIfThere();
    if (!file) return [];
    try {
      return (await lastBytes(file, newestBytes)).split('\n');
    } finally {
      await file.close();
    }
  }

  async *lines(): AsyncGenerator<string> {
    try {
      const file = await this.#openIfThere();
      // The handle closes itself when all lines were read, or the reader stops.
      if (file) yield* file.readLines();
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      throw new UnfreezeError('auditTrailBroken', `the anchors in ${this.name} cannot be read: ${code}`, {
        cause,
      });
    }
  }

  async #openIfThere(): Promise<FileHandle | undefined> {
    try {
      return await open(this.name, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

async function lastBytes(file: FileHandle, count: number): Promise<string> {
  const { size } = await file.stat();
  const length = Math.min(size, count);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
  return buffer.toString('utf8', 0, bytesRead);
}
