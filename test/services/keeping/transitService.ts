import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = { status: number; body: unknown };

/** How it behaves instead of answering: nothing, rubbish, another status, another's secret. */
export type Mood = 'well' | 'silent' | 'html' | 'otherBytes' | 'huge' | 'halfJson' | number;

/**
 * A stand-in for the transit engine of HashiCorp Vault, with the paths, headers, bodies and errors of that one: keys with
 * versions, `encrypt`, `decrypt` and `rewrap` (developer.hashicorp.com/vault/api-docs/secret/transit).
 */
export class TransitService {
  readonly token = 'hvs.only-for-tests';
  mood: Mood = 'well';
  /** Every request that came, as its method and path. */
  readonly asked: string[] = [];
  readonly #versions: Buffer[] = [randomBytes(32)];
  #oldest = 1;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answers(request, response));
  }

  static async started(): Promise<TransitService> {
    const service = new TransitService();
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** `vault write -f transit/keys/thawline/rotate` */
  rotate(): void {
    this.#versions.push(randomBytes(32));
  }

  /** `vault write transit/keys/thawline/config min_decryption_version=N` */
  opensFrom(version: number): void {
    this.#oldest = version;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answers(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.push(`${request.method} ${request.url}`);
    let text = '';
    for await (const chunk of request) text += chunk;
    if (this.mood === 'silent') return;
    if (this.mood === 'html') return void response.end('<html>Sign in to continue</html>');
    if (this.mood === 'halfJson') return void response.end('{"data":{"plaintext":"');
    if (this.mood === 'huge')
      return void response.end(JSON.stringify({ data: { plaintext: 'A'.repeat(1e6) } }));
    const { status, body } =
      typeof this.mood === 'number' ? refusal(this.mood, 'as it was told') : this.#answer(request, text);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  #answer({ method, url = '', headers }: IncomingMessage, text: string): Answer {
    if (headers['x-vault-token'] !== this.token) return refusal(403, 'permission denied');
    const [, operation, name] = /^\/v1\/transit\/(encrypt|decrypt|rewrap)\/([\w.-]+)$/.exec(url) ?? [];
    if (method !== 'POST' || operation === undefined) return refusal(404, `no handler for route "${url}"`);
    if (name !== 'thawline') return refusal(400, 'encryption key not found');
    const { plaintext = '', ciphertext = '' } = JSON.parse(text);
    try {
      if (operation === 'encrypt') return given(this.#closed(Buffer.from(plaintext, 'base64')));
      const plain = this.#opened(ciphertext);
      if (operation === 'rewrap') return given(this.#closed(plain));
      const told = this.mood === 'otherBytes' ? randomBytes(plain.length) : plain;
      return given({ plaintext: told.toString('base64') });
    } catch (error) {
      return refusal(400, (error as Error).message);
    }
  }

  #closed(plain: Buffer) {
    const version = this.#versions.length;
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#versions[version - 1] ?? '', iv);
    const closed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { ciphertext: `vault:v${version}:${closed.toString('base64')}`, key_version: version };
  }

  #opened(ciphertext: string): Buffer {
    const [, version = '0', text = ''] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
    if (Number(version) < this.#oldest)
      throw new Error('ciphertext or signature version is disallowed by policy (too old)');
    const key = this.#versions[Number(version) - 1];
    if (!key) throw new Error('invalid ciphertext: version is too new');
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  }
}

function given(data: object): Answer {
  const body = { request_id: 'r', lease_id: '', renewable: false, lease_duration: 0, data, wrap_info: null };
  return { status: 200, body: { ...body, warnings: null, auth: null } };
}

function refusal(status: number, error: string): Answer {
  return { status, body: { errors: [error] } };
}
