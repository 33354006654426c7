import { isUtf8 } from 'node:buffer';

/** The longest line that is accepted, in bytes. */
export const longestLine = 65_536;
const newline = '\n';

/** A file that cannot be read from a line on. The reason is in the operator's words. */
export class Unreadable extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/**
 * Reads a file in blocks of whole lines and checks that each is UTF-8: text in another encoding would otherwise
 * silently become names full of replacement characters.
 * @throws Unreadable at the first line that is not UTF-8 or is too long, after all lines before it were given
 */
export async function* utf8Lines(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let line = 1;
  let rest = Buffer.alloc(0);
  for await (const bytes of file) {
    const all = Buffer.concat([rest, bytes]);
    const end = all.lastIndexOf(newline) + 1;
    rest = all.subarray(end);
    const block = all.subarray(0, end);
    line += yield* checked(block, line);
    if (rest.length > longestLine) throw new Unreadable(line, `is longer than ${longestLine} bytes`);
  }
  yield* checked(rest, line);
}

/** @returns the number of line ends in the block */
async function* checked(block: Buffer, firstLine: number): AsyncGenerator<Buffer, number> {
  const good = isUtf8(block) ? block : block.subarray(0, startOfBadLine(block));
  if (good.length > 0) yield good;
  const lines = newlinesIn(good);
  if (good.length < block.length) throw new Unreadable(firstLine + lines, 'is not UTF-8');
  return lines;
}

function startOfBadLine(block: Buffer): number {
  for (let start = 0; ; ) {
    const end = block.indexOf(newline, start) + 1 || block.length;
    if (!isUtf8(block.subarray(start, end))) return start;
    start = end;
  }
}

export function newlinesIn(text: Buffer | string): number {
  let count = 0;
  for (let at = text.indexOf(newline); at !== -1; at = text.indexOf(newline, at + 1)) count += 1;
  return count;
}
