import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A cookie of ours. On https its name says that it is of this very host and no other has set it (`__Host-`, RFC 6265bis
 * section 4.1.3); without https, which is for this machine alone, browsers take no such cookie.
 */
export class Cookie {
  readonly #name: string;
  readonly #attributes: string;

  constructor(name: string, { https }: { https: boolean }) {
    this.#name = https ? `__Host-${name}` : name;
    // Lax and not Strict: the browser comes back from the provider's own page.
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
  }

  /** Undefined where it is not there, or twice: then nobody knows which of them is ours. */
  read({ headers }: IncomingMessage): string | undefined {
    const start = `${this.#name}=`;
    const values = (headers.cookie ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part.startsWith(start))
      .map((part) => part.slice(start.length));
    return values.length === 1 && values[0] !== '' ? values[0] : undefined;
  }

  /** @param age in seconds; without one it goes with the browser */
  set(response: ServerResponse, value: string, age?: number): void {
    const maxAge = age === undefined ? '' : `; Max-Age=${age}`;
    response.appendHeader('Set-Cookie', `${this.#name}=${value}; ${this.#attributes}${maxAge}`);
  }

  clear(response: ServerResponse): void {
    this.set(response, '', 0);
  }
}
