import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { repeatedKeys } from './repeatedKeys.ts';

/** Why a file that somebody wrote by hand cannot be read, in the operator's words. */
export class FileUnreadable extends Error {}

/**
 * A file that somebody wrote by hand, as text.
 * @param largest bytes; no more is read than tells that the file is longer, whatever it is
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
 * A JSON file that somebody wrote by hand, with what its parser would not say: keys that stand there twice.
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
