import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Period } from '../../../kit/retention/period.ts';
import type { Store } from '../../../kit/store/store.ts';
import type { Clock } from '../../../kit/time.ts';
import type { ConversationHandler } from '../../turn/conversationHandler.ts';
import type {
  ConversationReference,
  OwnActivity,
  ReachingChannel,
} from '../../turn/conversationReference.ts';
import type { TurnLock } from '../../turn/turnLock.ts';
import { type ActivitySet, ConversationLog } from './conversationLog.ts';
import type { BotAccount } from './directLineAdapter.ts';
import { Streams } from './stream.ts';
import { type Grant, ofConversation, type Tokens, tokenLifetime } from './tokens.ts';
import { Turns } from './turns.ts';
import { channelId as ownId } from './words.ts';

/** What starting, resuming and each token answer with, in Direct Line's spelling. */
export type ConversationAnswer = {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl?: string;
  userId?: string;
};

type Parts = {
  store: Store;
  tokens: Tokens;
  handler: ConversationHandler;
  turnLock: TurnLock;
  bot: BotAccount;
  clock: Clock;
  log: Logger;
  /** How long conversations are kept after their last activity; a day where nothing is given. */
  keptFor?: Period;
  /** As `Streams` has it. */
  lookEvery?: number;
  /** Makes ids that nobody can guess; Node's own where nothing is given. */
  random?: (bytes: number) => Buffer;
};

/**
 * Direct Line 3.0 without a cloud service in the middle: the conversations of web chat, and what may be done
 * with each token.
 */
export class DirectLine implements ReachingChannel {
  readonly #tokens: Tokens;
  readonly #random: (bytes: number) => Buffer;
  readonly #conversationLog: ConversationLog;
  readonly #turns: Turns;
  readonly #streams: Streams;

  constructor(parts: Parts) {
    this.#tokens = parts.tokens;
    this.#random = parts.random ?? randomBytes;
    this.#conversationLog = new ConversationLog(parts);
    this.#turns = new Turns({ ...parts, conversationLog: this.#conversationLog });
    this.#streams = new Streams({ ...parts, conversationLog: this.#conversationLog });
  }

  /** A token for one new conversation, which begins when it is started. */
  async newToken(locale: string | undefined): Promise<ConversationAnswer> {
    const conversationId = this.#random(16).toString('hex');
    const userId = `dl_${this.#random(16).toString('hex')}`;
    return { ...(await this.#renewed({ conversationId, userId, locale })), userId };
  }

  refreshedToken(grant: Grant): Promise<ConversationAnswer> {
    return this.#renewed(grant);
  }

  /** Starts the token's conversation and lets the bot greet, once however often it is called. */
  async start(
    grant: Grant,
    webSocketOrigin: string,
  ): Promise<{ created: boolean; conversation: ConversationAnswer }> {
    const created = await this.#turns.begin(grant);
    return { created, conversation: await this.#resumable(grant, '', webSocketOrigin) };
  }

  /** @throws UnfreezeError `tokenForeign`, `conversationUnknown` */
  async resume(
    grant: Grant,
    conversationId: string,
    watermark: string,
    webSocketOrigin: string,
  ): Promise<ConversationAnswer> {
    ofConversation(grant, conversationId);
    await this.#conversationLog.after(conversationId, watermark);
    return this.#resumable(grant, watermark, webSocketOrigin);
  }

  /** @throws UnfreezeError `tokenForeign`, `conversationUnknown`, `messageInvalid` */
  async activities(grant: Grant, conversationId: string, watermark: string): Promise<ActivitySet> {
    ofConversation(grant, conversationId);
    return this.#conversationLog.after(conversationId, watermark);
  }

  /**
   * One posted activity: sealed, echoed, handled. The same one again has no second effect and the same answer.
   * @param network the network address that it came from, for the limits; it is kept nowhere here
   * @throws UnfreezeError `tokenForeign`, `conversationUnknown`, `messageInvalid`, `messageTooLarge`
   */
  async post(grant: Grant, conversationId: string, body: unknown, network?: string): Promise<{ id: string }> {
    ofConversation(grant, conversationId);
    return this.#turns.post(conversationId, body, network);
  }

  reaches(channelId: string): boolean {
    return channelId === ownId;
  }

  /** @throws UnfreezeError `conversationUnknown`, and whatever the turn throws */
  tells(reference: ConversationReference, own: OwnActivity): Promise<void> {
    return this.#turns.tell(reference, own);
  }

  /** Takes an HTTP upgrade to a stream; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    return this.#streams.upgrade(request, socket, head);
  }

  /** Closes the streams of conversations that are over. */
  ended(conversationIds: readonly string[]): void {
    for (const conversationId of conversationIds) this.#streams.end(conversationId);
  }

  /** Closes every stream; the clients come back to the next process with their token and watermark. */
  close(): void {
    this.#streams.close();
  }

  async #renewed(grant: Grant): Promise<ConversationAnswer> {
    const token = await this.#tokens.issue(grant);
    return { conversationId: grant.conversationId, token, expires_in: tokenLifetime };
  }

  async #resumable(grant: Grant, watermark: string, webSocketOrigin: string): Promise<ConversationAnswer> {
    const parameters = new URLSearchParams({ watermark, t: await this.#tokens.issueTicket(grant) });
    const path = `/v3/directline/conversations/${grant.conversationId}/stream`;
    return { ...(await this.#renewed(grant)), streamUrl: `${webSocketOrigin}${path}?${parameters}` };
  }
}
