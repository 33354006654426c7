import * as z from 'zod';
import type { Language } from '../../kit/language.ts';
import { ServiceRefused } from './serviceRefused.ts';

export const directLineDomain = `${location.origin}/v3/directline`;

const patience = 15_000;

const TokenAnswer = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });
const Posted = z.object({ id: z.string() });
const ConversationAnswer = TokenAnswer.extend({ streamUrl: z.string() });

export type TokenAnswer = z.infer<typeof TokenAnswer>;
export type ConversationAnswer = z.infer<typeof ConversationAnswer>;

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

  /** @throws ServiceRefused, and what `fetch` throws, also where `signal` gives it up */
  async post(
    conversationId: string,
    { token, activity, signal }: { token: string; activity: object; signal: AbortSignal },
  ): Promise<string> {
    const path = `/v3/directline/conversations/${encodeURIComponent(conversationId)}/activities`;
    return Posted.parse(await this.#call('POST', path, { token, body: activity, signal })).id;
  }

  async #call(
    method: string,
    path: string,
    { token, body, signal }: { token?: string; body?: object; signal?: AbortSignal },
  ): Promise<unknown> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience);
    signal?.addEventListener('abort', () => late.abort());
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
