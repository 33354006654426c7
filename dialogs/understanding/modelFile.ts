import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { languages } from '../../kit/language.ts';

/** Models are read at every start, so that they are packed quickly rather than small. */
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const hashLength = 32;

/** The weights of a model, as multiples of its unit. */
export type Weights = { unit: number; bytes: Int8Array };

/** Why a model cannot be used, in the operator's words. */
export class ModelUnfit extends Error {}

const here = fileURLToPath(new URL('.', import.meta.url));

/** The files of what is listened for in every language, as `hashOfFiles` takes them. A file that a language shares is not there. */
export function heardFiles(surfaces: readonly string[]): string[] {
  const words = join('..', '..', 'words');
  return languages
    .flatMap((language) => surfaces.map((surface) => join(words, language, 'heard', `${surface}.ts`)))
    .filter((file) => existsSync(join(here, file)));
}

/** The SHA-256 of files beside this one, and of all in folders beside it, with their names. */
export function hashOfFiles(names: readonly string[], folders: readonly string[]): Buffer {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => join(folder, file)),
  );
  const hash = createHash('sha256');
  for (const name of [...names, ...inFolders])
    hash.update(`${name}\n`).update(readFileSync(join(here, name)));
  return hash.digest();
}

/**
 * Keeps a model: the SHA-256 of what it was learnt from and that of what follows, 32 bytes each; then, with Brotli, the unit
 * of the weights (a 32-bit float) and the weights (a signed byte each). Who reads never sees a half of it.
 * @returns the size of the file in bytes
 */
export function writeModelFile(file: string, lessons: Buffer, { unit, bytes }: Weights): number {
  const content = Buffer.alloc(4 + bytes.length);
  content.writeFloatLE(unit);
  content.set(bytes, 4);
  const packed = brotliCompressSync(content, packing);
  const whole = Buffer.concat([lessons, sha256(packed), packed]);
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, whole);
  renameSync(fresh, file);
  return whole.length;
}

/**
 * @param count of weights that it must have
 * @throws ModelUnfit where the file is not there, or not as it was written
 */
export function readModelFile(file: string, count: number): Weights {
  const { packed } = checked(file);
  const content = brotliDecompressSync(packed);
  if (content.length !== 4 + count) throw new ModelUnfit(`${file} is no model of this version`);
  return { unit: content.readFloatLE(), bytes: new Int8Array(content.buffer, content.byteOffset + 4, count) };
}

/** @throws ModelUnfit where the file is not there, not as it was written, or was learnt from something else */
export function checkModelFile(file: string, lessons: Buffer): void {
  if (!checked(file).lessons.equals(lessons)) throw new ModelUnfit(`${file} was learnt from other sentences`);
}

function checked(file: string): { lessons: Buffer; packed: Buffer } {
  const whole = contentOf(file);
  const packed = whole.subarray(2 * hashLength);
  if (!whole.subarray(hashLength, 2 * hashLength).equals(sha256(packed)))
    throw new ModelUnfit(`${file} is not as it was learnt`);
  return { lessons: whole.subarray(0, hashLength), packed };
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new ModelUnfit(`${file} cannot be read`, { cause });
  }
}

function sha256(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
