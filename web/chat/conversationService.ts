import * as z from 'zod';
import { challengeHeader, directLine, directLineBase, proofHeader } from '../../bot/contract/directLine.ts';
import { addressOf } from '../../kit/addressOf.ts';
import type { Language } from '../../kit/language.ts';
import { proofOf } from './proofOfWork.ts';
import { ServiceRefused } from './serviceRefused.ts';

export const directLineDomain = `${location.origin}${directLineBase}`;

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
  async token(language: Language): Promise<string> {
    return TokenAnswer.parse(await this.#newToken({ locale: language })).token;
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async begin(token: string, language: Language): Promise<ConversationAnswer> {
    const begun = await this.#call('POST', directLine.conversations, {
      token,
      body: { locale: language },
    });
    return ConversationAnswer.parse(begun);
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async resume(conversationId: string, token: string): Promise<ConversationAnswer> {
    const path = `${addressOf(directLine.conversation, { id: conversationId })}?watermark=`;
    return ConversationAnswer.parse(await this.#call('GET', path, { token }));
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async refreshed(token: string): Promise<TokenAnswer> {
    return TokenAnswer.parse(await this.#call('POST', directLine.refreshedToken, { token }));
  }

  /** Ends the conversation with all of its tokens. @throws ServiceRefused, and what `fetch` throws */
  async end(conversationId: string, token: string): Promise<void> {
    await this.#call('DELETE', addressOf(directLine.conversation, { id: conversationId }), { token });
  }

  /** @throws ServiceRefused, and what `fetch` throws, also where `signal` gives it up */
  async post(
    conversationId: string,
    { token, activity, signal }: { token: string; activity: object; signal: AbortSignal },
  ): Promise<string> {
    const path = addressOf(directLine.activities, { id: conversationId });
    return Posted.parse(await this.#call('POST', path, { token, body: activity, signal })).id;
  }

  /** While very many conversations are begun the service wants some work first. */
  async #newToken(body: object): Promise<unknown> {
    try {
      return await this.#call('POST', directLine.pageToken, { body });
    } catch (error) {
      if (!(error instanceof ServiceRefused) || error.challenge === null) throw error;
      return await this.#call('POST', directLine.pageToken, { body, proof: await proofOf(error.challenge) });
    }
  }

  async #call(
    method: string,
    path: string,
    { token, body, signal, proof }: { token?: string; body?: object; signal?: AbortSignal; proof?: string },
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
          ...(proof && { [proofHeader]: proof }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new ServiceRefused(response.status, response.headers.get(challengeHeader));
      const date = Date.parse(response.headers.get('Date') ?? '');
      if (!Number.isNaN(date)) this.#clockOffset = date - Date.now();
      return await response.json();
    } finally {
      clearTimeout(timer);
    }
  }
}
