import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';

/** Where anchors are handed to, outside the database: what is appended resolves when it would survive a power failure. */
export interface AnchorSink {
  /** What it is called towards the operator. */
  readonly name: string;
  append(line: string): Promise<void>;
  /** The newest lines, in their order; the first of them may be cut. */
  newest(): Promise<string[]>;
  /**
   * Every line from the first; none where nothing was ever appended.
   * @throws UnfreezeError `auditTrailBroken` where they cannot be read
   */
  lines(): AsyncIterable<string>;
}

/** How much of the file is read for its newest lines, of some 250 characters each. */
const newestBytes = 16 * 1024;

/** A file that is only ever appended to, readable by its owner alone. */
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
      // After a line that a crash or a full disk has cut, the next must not become a part of it.
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
      // The handle closes itself when its lines were read or left.
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
