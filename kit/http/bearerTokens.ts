import type { Response } from 'undici';

/** What a service is shown: its token, and the one that is to come while it is being changed. */
export type ShownTokens = {
  /** Undefined where a certificate identifies the caller. */
  token: string | undefined;
  nextToken?: string | undefined;
  /** Told when the other of the two is used from now on. */
  onChange?: ((inUse: 'token' | 'nextToken') => void) | undefined;
};
type Which = 'token' | 'nextToken';

const other = { token: 'nextToken', nextToken: 'token' } as const;

/** The token in use: where it is refused the other one is tried, and stays in use where it is taken. */
export class BearerTokens {
  readonly #tokens: ShownTokens;
  #inUse: Which = 'token';

  constructor(tokens: ShownTokens) {
    this.#tokens = tokens;
  }

  /** Sends with the token in use, and once more with the other one where the service answers 401. */
  async shown(send: (headers: Record<string, string>) => Promise<Response>): Promise<Response> {
    const { nextToken, onChange } = this.#tokens;
    const inUse = this.#inUse;
    const answer = await send(this.#header(inUse));
    if (answer.status !== 401 || !nextToken) return answer;
    await answer.body?.cancel();
    const again = await send(this.#header(other[inUse]));
    if (again.status !== 401 && this.#inUse === inUse) {
      this.#inUse = other[inUse];
      onChange?.(this.#inUse);
    }
    return again;
  }

  #header(which: Which): Record<string, string> {
    const token = this.#tokens[which];
    return token ? { Authorization: `Bearer ${token}` } : {};
  }
}
