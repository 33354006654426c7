import * as z from 'zod';
import { directLine, directLineBase } from '../../bot/contract/directLine.ts';
import { addressOf } from '../../kit/addressOf.ts';
import type { Language } from '../../kit/language.ts';
import { localeTag } from '../kit/localeTag.ts';
import type { ChatActivity } from './chatActivity.ts';
import type { Begun } from './early.ts';
import { proofOf } from './proofOfWork.ts';
import { serviceCall } from './serviceCall.ts';
import { ServiceRefused } from './serviceRefused.ts';

export const directLineDomain = `${location.origin}${directLineBase}`;

const TokenAnswer = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });
const Posted = z.object({ id: z.string() });
const ConversationAnswer = TokenAnswer.extend({ streamUrl: z.string() });
/** No more is asked of them than of those that the stream brings. */
const Said = z.object({ activities: z.array(z.custom<ChatActivity>((one) => one instanceof Object)) });

export type TokenAnswer = z.infer<typeof TokenAnswer>;
export type ConversationAnswer = z.infer<typeof ConversationAnswer>;
/** `said`: what has come with the answer, sooner than a stream brings it. */
export type BegunConversation = ConversationAnswer & { said: readonly ChatActivity[] };

/** The addresses with which conversations begin and go on. Learns on the way how far this device's clock is off. */
export class ConversationService {
  #clockOffset = 0;
  /** The work that was asked for before this script was there. */
  #challenge: string | null = null;

  /** The service's time in milliseconds: a form's last moment is named in it, and phones' clocks can be wrong. */
  now = (): number => Date.now() + this.#clockOffset;

  /** Goes on with what the page has begun before this script was there. */
  begun({ conversation, challenge, clockOffset }: Begun): BegunConversation | undefined {
    this.#challenge = challenge ?? null;
    this.#clockOffset = clockOffset ?? 0;
    const begun = ConversationAnswer.safeParse(conversation).data;
    return begun && { ...begun, said: Said.safeParse(conversation).data?.activities ?? [] };
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async token(language: Language): Promise<string> {
    return TokenAnswer.parse(await this.#newToken({ locale: localeTag(language) })).token;
  }

  /** @throws ServiceRefused, and what `fetch` throws */
  async begin(token: string, language: Language): Promise<ConversationAnswer> {
    const begun = await this.#call('POST', directLine.conversations, {
      token,
      body: { locale: localeTag(language) },
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
    const asks = async (challenge: string | null) =>
      this.#call('POST', directLine.pageToken, {
        body,
        ...(challenge !== null && { proof: await proofOf(challenge) }),
      });
    const challenge = this.#challenge;
    this.#challenge = null;
    try {
      return await asks(challenge);
    } catch (error) {
      if (!(error instanceof ServiceRefused) || error.challenge === null) throw error;
      return await asks(error.challenge);
    }
  }

  async #call(...asked: Parameters<typeof serviceCall>): Promise<unknown> {
    const { body, clockOffset } = await serviceCall(...asked);
    if (clockOffset !== undefined) this.#clockOffset = clockOffset;
    return body;
  }
}
