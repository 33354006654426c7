import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The encodings that a body can be sent in (RFC 9110 section 8.4.1). */
export type Encoding = 'identity' | 'br' | 'gzip';

/**
 * A file of a page, held in memory as it is sent. Its path has the hash of its content, so what a path serves never
 * changes.
 */
export type Asset = {
  /** The path of `chat.js` is `/assets/chat.HASH.js`. */
  path: string;
  hash: string;
  contentType: string;
  encoded: Readonly<Record<Encoding, Buffer>>;
};

/** @param quality of Brotli: 11 takes seconds and makes a file an eighth smaller than 5, which takes milliseconds */
export function compressed(content: Uint8Array, quality: number): Asset['encoded'] {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return {
    identity: Buffer.from(content),
    br: brotliCompressSync(content, { params }),
    gzip: gzipSync(content, { level: 9 }),
  };
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
