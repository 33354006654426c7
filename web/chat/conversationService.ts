import * as z from 'zod';
import type { Language } from '../../kit/language.ts';

export const directLineDomain = `${location.origin}/v3/directline`;

const patience = 15_000;

const TokenAnswer = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });
const ConversationAnswer = TokenAnswer.extend({ streamUrl: z.string() });

export type TokenAnswer = z.infer<typeof TokenAnswer>;
export type ConversationAnswer = z.infer<typeof ConversationAnswer>;

/** The service answered, and not with what was asked for. */
export class ServiceRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }

  /** Whether the conversation or the right to it is gone for good: nothing is won by trying again. */
  get isFinal(): boolean {
    return [401, 403, 404].includes(this.status);
  }
}

/** The addresses with which conversations begin and go on. Learns on the way how far this device's clock is off. */
export class ConversationService {
  #clockOffset = 0;

  /** The service's time in milliseconds: a form's last moment is named in it, and phones' clocks can be wrong. */
  now = (): number => Date.now() + this.#clockOffset;

  /** @throws ServiceRefused, and what `fetch` throws */
  async begin(language: Language): Promise<ConversationAnswer> {
    const { token } = TokenAnswer.parse(
      await this.#call('POST', '/webchat/token', { body: { locale: language } }),
    );
    const begun = await this.#call('POST', '/v3/directline/conversations', {
      token,
      body: { locale: language },
    });
    return ConversationAnswer.parse(begun);
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async resume(conversationId: string, token: string): Promise<ConversationAnswer> {
    const path = `/v3/directline/conversations/${encodeURIComponent(conversationId)}?watermark=`;
    return ConversationAnswer.parse(await this.#call('GET', path, { token }));
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async refreshed(token: string): Promise<TokenAnswer> {
    return TokenAnswer.parse(await this.#call('POST', '/v3/directline/tokens/refresh', { token }));
  }

  async #call(
    method: string,
    path: string,
    { token, body }: { token?: string; body?: object },
  ): Promise<unknown> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience);
    try {
      const response = await fetch(path, {
        method,
        signal: late.signal,
        cache: 'no-store',
        headers: {
          ...(body && { 'Content-Type': 'application/json' }),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new ServiceRefused(response.status);
      const date = Date.parse(response.headers.get('Date') ?? '');
      if (!Number.isNaN(date)) this.#clockOffset = date - Date.now();
      return await response.json();
    } finally {
      clearTimeout(timer);
    }
  }
}
