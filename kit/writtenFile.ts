import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { repeatedKeys } from './repeatedKeys.ts';

/** A file written by hand cannot be read, for a reason in the operator's words. */
export class FileUnreadable extends Error {}

/**
 * Reads a text file written by hand.
 * @param largest the most bytes; of a longer file only enough is read to notice that it is longer
 * @throws FileUnreadable
 */
export function writtenText(file: string, largest: number): string {
  const bytes = bytesOf(file, largest);
  if (bytes.length > largest) throw new FileUnreadable(`is longer than ${largest} bytes`);
  if (!isUtf8(bytes)) throw new FileUnreadable('is not UTF-8');
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new FileUnreadable('is empty');
  return text;
}

/**
 * Reads a JSON file written by hand. It also reports keys that occur twice, which a parser would not.
 * @throws FileUnreadable
 */
export function writtenJson(file: string, largest: number): { value: unknown; problems: string[] } {
  const text = writtenText(file, largest);
  try {
    const value: unknown = JSON.parse(text);
    return { value, problems: repeatedKeys(text).map((key) => `${key} stands there twice`) };
  } catch {
    throw new FileUnreadable('is not JSON');
  }
}

function bytesOf(file: string, largest: number): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      if (!fstatSync(descriptor).isFile()) throw new FileUnreadable('is not a file');
      const bytes = Buffer.alloc(largest + 1);
      return bytes.subarray(0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    throw new FileUnreadable(`cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}
