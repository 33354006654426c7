import { open, readFile, rename, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import type { AnchorFile } from './anchorFile.ts';
import { AuditAnchor, readAnchor } from './auditAnchor.ts';

/**
 * Takes an anchor away from this machine and resolves when it has arrived. The same anchor may come twice after a
 * crash.
 */
export type TakeAway = (line: string, anchor: AuditAnchor) => Promise<void>;

/** The last anchor that was handed over: the position of its end in the file in bytes, its entry, and its signature. */
const Position = AuditAnchor.pick({ number: true, signature: true }).extend({ bytes: z.int().min(1) });
type Position = z.infer<typeof Position>;

/** The bytes of the file that are read at once. */
const chunk = 64 * 1024;

/**
 * Hands the anchors of a file over to another place, in their order, each only after the one before was taken. The file
 * is the queue, and the position is stored beside it, so that no anchor is left out after a restart.
 */
export class AnchorHandover {
  readonly #file: string;
  readonly #take: TakeAway;
  #position: Position | undefined;

  constructor(file: AnchorFile, take: TakeAway) {
    this.#file = file.name;
    this.#take = take;
  }

  /** The entry of the last anchor that was taken; 0 where none was. */
  async number(): Promise<number> {
    return (await this.#current())?.number ?? 0;
  }

  /**
   * Hands over all remaining anchors.
   * @throws Error where one was not taken, UnfreezeError `auditTrailBroken` where the file was replaced; the next call
   * continues
   */
  async handOver(): Promise<void> {
    while (await this.#handsOverSome());
  }

  async #handsOverSome(): Promise<boolean> {
    const position = await this.#current();
    const { lines, isAll } = await this.#linesAfter(position);
    let bytes = position?.bytes ?? 0;
    let found = false;
    for (const line of lines) {
      bytes += line.length + 1;
      const anchor = readAnchor(line);
      // A line that a crash has left half written was never an anchor.
      if (typeof anchor === 'string') continue;
      await this.#take(line, anchor);
      await this.#stands({ bytes, number: anchor.number, signature: anchor.signature });
      found = true;
    }
    if (!found && !isAll) throw this.#broken(`hold nothing that is an anchor for ${chunk} bytes`);
    return found;
  }

  async #linesAfter(position: Position | undefined): Promise<{ lines: string[]; isAll: boolean }> {
    const handedOver = position ? `"${position.signature}"}\n` : '';
    const file = await open(this.#file, 'r');
    try {
      const from = (position?.bytes ?? 0) - handedOver.length;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunk), 0, chunk, from);
      // The text is read as latin1, since positions count bytes; anchors are ASCII.
      const text = buffer.toString('latin1', 0, bytesRead);
      if (!text.startsWith(handedOver)) throw this.#broken('are not those that were handed over');
      const lines = text.slice(handedOver.length).split('\n').slice(0, -1);
      return { lines, isAll: bytesRead < chunk };
    } finally {
      await file.close();
    }
  }

  async #current(): Promise<Position | undefined> {
    this.#position ??= await this.#read();
    return this.#position;
  }

  async #read(): Promise<Position | undefined> {
    try {
      return Position.parse(JSON.parse(await readFile(this.#beside, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #broken(problem: string): UnfreezeError {
    return new UnfreezeError('auditTrailBroken', `the anchors in ${this.#file} ${problem}`);
  }

  /** Stores the position in one piece: after a crash the old one or the new one is there. */
  async #stands(position: Position): Promise<void> {
    await writeFile(`${this.#beside}.new`, JSON.stringify(position), { mode: 0o600, flush: true });
    await rename(`${this.#beside}.new`, this.#beside);
    this.#position = position;
  }

  get #beside(): string {
    return `${this.#file}.handed-over`;
  }
}
