import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import type { Fetch } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';

export type TransitAddress = {
  url: string;
  /** `mount` is the path of the transit engine, `key` the name of the key in it. */
  mount: string;
  key: string;
  namespace: string | undefined;
  /** The file is read for each request, since whatever renews the token writes a new one there. */
  tokenFile: string;
};

const patience = 3 * seconds;
const longestAnswer = 256 * 1024;

const Ciphertext = z.object({
  data: z.object({ ciphertext: z.string().regex(/^vault:v\d+:[A-Za-z0-9+/=]+$/) }),
});
const Plaintext = z.object({ data: z.object({ plaintext: z.base64() }) });

/** Whether a status means that the keeper is there but cannot answer now: it is sealed, a standby or busy. */
const passing = (status: number) => status >= 500 || [408, 412, 429, 472, 473].includes(status);

/**
 * The client of HashiCorp Vault's transit engine and of services with the same API: `encrypt`, `decrypt` and `rewrap`
 * use versions of a key that never leaves the service (developer.hashicorp.com/vault/api-docs/secret/transit).
 */
export class TransitClient {
  readonly #at: TransitAddress;
  readonly #fetch: Fetch;

  constructor(at: TransitAddress, fetch: Fetch) {
    this.#at = at;
    this.#fetch = fetch;
  }

  async encrypt(plain: Buffer): Promise<string> {
    const { data } = await this.#ask('encrypt', { plaintext: plain.toString('base64') }, Ciphertext);
    return data.ciphertext;
  }

  async decrypt(ciphertext: string): Promise<Buffer> {
    const { data } = await this.#ask('decrypt', { ciphertext }, Plaintext);
    return Buffer.from(data.plaintext, 'base64');
  }

  /** Closes the same plain text with the newest version of the key, without showing the text to the client. */
  async rewrap(ciphertext: string): Promise<string> {
    const { data } = await this.#ask('rewrap', { ciphertext }, Ciphertext);
    return data.ciphertext;
  }

  async #ask<Answer>(operation: string, message: object, answers: z.ZodType<Answer>): Promise<Answer> {
    const { url, mount, key, namespace } = this.#at;
    const headers = {
      'Content-Type': 'application/json',
      'X-Vault-Token': this.#token(),
      'X-Vault-Request': 'true',
      ...(namespace !== undefined && { 'X-Vault-Namespace': namespace }),
    };
    const { status, body } = await this.#sent(`${url}/v1/${mount}/${operation}/${encodeURIComponent(key)}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (passing(status)) throw away(`answers with ${status}`);
    if (status >= 400)
      throw new UnfreezeError('keysUnusable', `the transit service refuses to ${operation} (${status})`);
    const read = answers.safeParse(body);
    if (!read.success) throw away('gives an answer of another form');
    return read.data;
  }

  async #sent(url: string, request: Parameters<Fetch>[1]): Promise<{ status: number; body: unknown }> {
    try {
      const response = await this.#fetch(url, request);
      const text = await textOf(response);
      return { status: response.status, body: text === undefined ? undefined : JSON.parse(text) };
    } catch (cause) {
      if (cause instanceof SyntaxError) throw away('gives an answer of another form');
      const { name } = cause as Error;
      throw away(name === 'TimeoutError' ? 'gave no answer in time' : 'cannot be reached');
    }
  }

  #token(): string {
    const { tokenFile } = this.#at;
    let token: string;
    try {
      token = readFileSync(tokenFile, 'utf8').trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UnfreezeError(
        'keysUnusable',
        `KEYS_TRANSIT_TOKEN_FILE: ${tokenFile} cannot be read (${code})`,
      );
    }
    if (/^[\x21-\x7e]{1,4096}$/.test(token)) return token;
    throw new UnfreezeError('keysUnusable', `KEYS_TRANSIT_TOKEN_FILE: ${tokenFile} holds no token`);
  }
}

/** Undefined where the text is longer than any valid answer, so that nothing of it is looked at. */
async function textOf(response: Awaited<ReturnType<Fetch>>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) return undefined;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return response.ok ? text : undefined;
}

function away(how: string): UnfreezeError {
  return new UnfreezeError('storeUnavailable', `the transit service that keeps the keys ${how}`);
}
