import { randomBytes, timingSafeEqual } from 'node:crypto';
import { UnfreezeError } from '../../kit/errors.ts';
import { ClosedKeyFile, closedForm, isClosed, type KeyFileForm, plainForm } from '../security/keyFileForm.ts';
import { unusable } from '../security/keyRingFile.ts';
import type { KeyKeeper } from './keyKeeper.ts';
import type { TransitClient } from './transitClient.ts';

const keyLength = 32;

/**
 * A transit service keeps the root key. It opens the key that the file is closed with, and never sees the file. So
 * whoever steals the file, the disk or a backup has no key, and the bank decides and logs at that service who may ask.
 */
export class TransitKeeper implements KeyKeeper {
  readonly #client: Pick<TransitClient, 'encrypt' | 'decrypt' | 'rewrap'>;
  /** The keys opened so far by their wrapping, so that a later different answer of the keeper is noticed. */
  readonly #opened = new Map<string, Buffer>();

  constructor(client: Pick<TransitClient, 'encrypt' | 'decrypt' | 'rewrap'>) {
    this.#client = client;
  }

  async formOf(file: string, content: unknown): Promise<KeyFileForm> {
    if (!isClosed(content)) return closedForm({ fileKey: randomBytes(keyLength), wrapped: 'none' });
    const wrapped = wrappedIn(file, content);
    return closedForm({ fileKey: await this.#unwrap(wrapped), wrapped });
  }

  async newForm(): Promise<KeyFileForm> {
    const fileKey = randomBytes(keyLength);
    const wrapped = await this.#client.encrypt(fileKey);
    // The wrapping is opened once before it is used, since a keeper that cannot open it again would lock all keys in.
    if (!(await this.#unwrap(wrapped)).equals(fileKey)) throw odd();
    return closedForm({ fileKey, wrapped });
  }

  async formAnew(file: string, content: unknown): Promise<KeyFileForm> {
    if (!isClosed(content)) return this.newForm();
    const before = wrappedIn(file, content);
    const fileKey = await this.#unwrap(before);
    const wrapped = await this.#client.rewrap(before);
    if (!(await this.#unwrap(wrapped)).equals(fileKey)) throw odd();
    return closedForm({ fileKey, wrapped });
  }

  async check(file: string, content: unknown): Promise<void> {
    const wrapped = wrappedIn(file, content);
    const known = this.#opened.get(wrapped);
    const fileKey = await this.#client.decrypt(wrapped);
    if (known && (known.length !== fileKey.length || !timingSafeEqual(known, fileKey))) throw odd();
  }

  async #unwrap(wrapped: string): Promise<Buffer> {
    const fileKey = await this.#client.decrypt(wrapped);
    if (fileKey.length !== keyLength) throw odd();
    this.#opened.set(wrapped, fileKey);
    return fileKey;
  }
}

function wrappedIn(file: string, content: unknown): string {
  const closed = ClosedKeyFile.safeParse(content);
  if (closed.success) return closed.data.keeper.wrapped;
  if (!isClosed(content)) plainForm.read(file, content);
  throw unusable(file, isClosed(content) ? 'it is closed, and damaged' : 'it is not closed');
}

function odd(): UnfreezeError {
  return new UnfreezeError(
    'storeUnavailable',
    'the transit service that keeps the keys did not give back the key that it had closed',
  );
}
