import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { loggedError } from '../../../kit/loggedError.ts';
import type { Period } from '../../../kit/retention/period.ts';
import { soon } from '../../../kit/soon.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type Clock, seconds } from '../../../kit/time.ts';
import type { ChannelForm } from '../../turn/channelForm.ts';
import type { ConversationReference, ReachingChannel } from '../../turn/conversationReference.ts';
import type { Delivery } from '../../turn/delivery.ts';
import type { Turns } from '../../turn/turns.ts';
import { type ActivitySet, ConversationLog } from './conversationLog.ts';
import type { BotAccount } from './directLineActivity.ts';
import { directLineForm } from './directLineForm.ts';
import { type PostedActivity, readPostedActivity } from './postedActivity.ts';
import { Streams } from './stream.ts';
import { type Grant, ofConversation, type Tokens, tokenLifetime } from './tokens.ts';
import { activityId, channelId as ownId, serviceUrl } from './words.ts';

/** What starting, resuming and each token answer with, in Direct Line's spelling. */
export type ConversationAnswer = {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl?: string;
  userId?: string;
};

type Parts<Found> = {
  store: Store;
  tokens: Tokens;
  turns: Turns<Found>;
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

/** What takes longer goes on behind the answer to the post: it is written down by then, and done whatever dies. */
const turnBeforeAnswer = 3 * seconds;

/**
 * Direct Line 3.0 without a cloud service in the middle: the conversations of web chat, and what may be done
 * with each token.
 */
export class DirectLine<Found> implements ReachingChannel<Found> {
  readonly #parts: Parts<Found>;
  readonly #random: (bytes: number) => Buffer;
  readonly #conversationLog: ConversationLog;
  readonly #streams: Streams;

  constructor(parts: Parts<Found>) {
    this.#parts = parts;
    this.#random = parts.random ?? randomBytes;
    this.#conversationLog = new ConversationLog(parts);
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
    const { conversationId, userId, locale } = grant;
    const { created } = await this.#conversationLog.begin(grant);
    const reference = this.#reference(conversationId, userId ?? null);
    const delivery: Delivery = { reference, id: `${conversationId}|begins`, locale };
    await this.#parts.turns.take(delivery, this.#form(delivery, { content: { what: 'arrives' } }));
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
    const { userId, locale } = await this.#conversationLog.conversation(conversationId);
    const posted = readPostedActivity(body);
    const { content, clientActivityId } = posted;
    if (content === undefined) return { id: activityId(conversationId, 0) };
    const delivery: Delivery = {
      reference: this.#reference(conversationId, userId),
      id: clientActivityId && `${conversationId}|${clientActivityId}`,
      locale: posted.locale ?? locale ?? undefined,
      network,
    };
    return { id: await this.#answered(delivery, { ...posted, content }) };
  }

  reaches(channelId: string): boolean {
    return channelId === ownId;
  }

  async tells(reference: ConversationReference, id: string, found: Found): Promise<void> {
    const { locale } = await this.#conversationLog.conversation(reference.conversation.id);
    const delivery: Delivery = { reference, id, locale: locale ?? undefined };
    await this.#parts.turns.tell(delivery, found, this.recovered(delivery));
  }

  /** How a delivery of this channel is answered that nobody brings any more. */
  recovered(delivery: Delivery): ChannelForm<undefined> {
    return this.#form(delivery, { content: { what: 'arrives' } });
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

  /** The id of the echo: at the end of the turn, or, where that takes long, once the activity is written down. */
  async #answered(delivery: Delivery, posted: Posted): Promise<string> {
    const { turns } = this.#parts;
    let taken: (id: string) => void = () => {};
    const arrived = new Promise<string>((resolve) => {
      taken = resolve;
    });
    const answered = turns.take(delivery, this.#form(delivery, { ...posted, taken }));
    answered.catch((error: unknown) => {
      const conversation = delivery.reference.conversation.id;
      this.#parts.log.error({ err: loggedError(error), conversation }, 'a turn on Direct Line failed');
    });
    const id = await Promise.race([answered, arrived]);
    // A turn that fails is done again, as one whose process dies.
    return (
      (await soon(
        answered.catch(() => id),
        turnBeforeAnswer,
      )) ?? id
    );
  }

  #form(delivery: Delivery, posted: Parameters<typeof directLineForm>[2]): ChannelForm<undefined> {
    return directLineForm({ bot: this.#parts.bot, conversationLog: this.#conversationLog }, delivery, posted);
  }

  #reference(id: string, userId: string | null): ConversationReference {
    const user = userId ?? id;
    return { channelId: ownId, serviceUrl, conversation: { id }, user, bot: this.#parts.bot.id };
  }

  async #renewed(grant: Grant): Promise<ConversationAnswer> {
    const token = await this.#parts.tokens.issue(grant);
    return { conversationId: grant.conversationId, token, expires_in: tokenLifetime };
  }

  async #resumable(grant: Grant, watermark: string, webSocketOrigin: string): Promise<ConversationAnswer> {
    const parameters = new URLSearchParams({ watermark, t: await this.#parts.tokens.issueTicket(grant) });
    const path = `/v3/directline/conversations/${grant.conversationId}/stream`;
    return {
      ...(await this.#renewed(grant)),
      streamUrl: `${webSocketOrigin}${path}?${parameters}`,
    };
  }
}

type Posted = PostedActivity & { content: NonNullable<PostedActivity['content']> };
