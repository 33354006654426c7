import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** How a body can be sent (RFC 9110 section 8.4.1). */
export type Encoding = 'br' | 'gzip' | 'identity';

/** One file of the pages, held in memory; its path carries the hash of its content, so it never changes. */
export class Asset {
  readonly path: string;
  readonly hash: string;
  readonly contentType: string;
  readonly #content: Buffer;
  readonly #thoroughAfter: number | undefined;
  readonly #encoded: Partial<Record<Encoding, Promise<Buffer>>> = {};

  /**
   * @param name `chat.js`; the path becomes `/assets/chat.HASH.js`
   * @param thoroughAfter how long after the first request, in milliseconds, a better but slow compression is made in
   * the background; never where it is undefined
   */
  constructor(
    name: string,
    content: Uint8Array,
    {
      contentType,
      thoroughAfter,
      folder = '/assets',
    }: { contentType: string; thoroughAfter?: number | undefined; folder?: string },
  ) {
    this.#content = Buffer.from(content);
    this.#thoroughAfter = thoroughAfter;
    this.contentType = contentType;
    this.hash = createHash('sha256').update(this.#content).digest('base64url').slice(0, 16);
    this.path = `${folder}/${name.replace(/(\.\w+)$/, `.${this.hash}$1`)}`;
  }

  /** The content as the client can take it. The first one who asks gets a quick compression. */
  async as(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.#content;
    this.#encoded[encoding] ??= encoding === 'br' ? this.#quickBrotli() : gzipped(this.#content);
    return this.#encoded[encoding];
  }

  /** Quality 5 takes milliseconds; 11 takes seconds for Web Chat, saves an eighth, and replaces it when done. */
  async #quickBrotli(): Promise<Buffer> {
    const quick = await this.#brotli(5);
    if (this.#thoroughAfter !== undefined) setTimeout(() => this.#thorough(), this.#thoroughAfter).unref();
    return quick;
  }

  #thorough(): void {
    this.#brotli(constants.BROTLI_MAX_QUALITY).then(
      (best) => {
        this.#encoded.br = Promise.resolve(best);
      },
      () => {},
    );
  }

  #brotli(quality: number): Promise<Buffer> {
    return brotli(this.#content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: this.#content.length,
      },
    });
  }
}

/** The best encoding that an `Accept-Encoding` header allows. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.replaceAll(' ', ''))
    .filter((part) => !/;q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}
