import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { addressOf } from '../../../kit/addressOf.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Period } from '../../../kit/retention/period.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type Clock, type Pause, seconds, type Ticks } from '../../../kit/time.ts';
import { directLine } from '../../contract/directLine.ts';
import type { ChannelForm } from '../../turn/channelForm.ts';
import type { ConversationReference, ReachingChannel } from '../../turn/conversationReference.ts';
import type { Delivery } from '../../turn/delivery.ts';
import type { Turns } from '../../turn/turns.ts';
import { type ActivitySet, ConversationLog, type KnownConversation } from './conversationLog.ts';
import { deleteConversation, emptyConversation } from './deleteWithConversations.ts';
import type { BotAccount } from './directLineActivity.ts';
import { activityId, directLineServiceUrl, directLineChannelId as ownId } from './directLineChannel.ts';
import { beginningForm, directLineForm, endingForm } from './directLineForm.ts';
import { readPostedActivity } from './postedActivity.ts';
import type { SocketPlaces } from './socketPlaces.ts';
import { Streams } from './stream.ts';
import { type ConversationTokens, type Grant, ofConversation, tokenLifetime } from './tokens.ts';

/** What starting, resuming and each token answer with, in Direct Line's spelling. */
export type DirectLineAnswer = {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl?: string;
  userId?: string;
};

type DirectLineDependencies<Found> = {
  store: Store;
  tokens: ConversationTokens;
  turns: Turns<Found>;
  bot: BotAccount;
  clock: Clock;
  log: Logger;
  /** How long conversations are kept after their last activity; a day where nothing is given. */
  keptFor?: Period;
  /** How long a post waits for its turn, in milliseconds. */
  patience?: number;
  places?: SocketPlaces;
  /** Node's own timer and counter where nothing is given. */
  pause?: Pause;
  ticks?: Ticks;
};

/** What takes longer goes on behind the answer to the post: it is written down by then, and done whatever dies. */
const turnBeforeAnswer = 3 * seconds;

/**
 * Direct Line 3.0 without a cloud service in the middle: the conversations of web chat, and what may be done
 * with each token.
 */
export class DirectLine<Found> implements ReachingChannel<Found> {
  readonly #parts: DirectLineDependencies<Found>;
  readonly #surroundings: { conversationLog: ConversationLog; bot: BotAccount; now: Clock };
  readonly #streams: Streams;

  constructor(parts: DirectLineDependencies<Found>) {
    this.#parts = parts;
    const conversationLog = new ConversationLog(parts);
    this.#surroundings = { conversationLog, bot: parts.bot, now: parts.clock };
    this.#streams = new Streams({ ...parts, conversationLog });
  }

  /** A token for one new conversation, which begins when it is started. */
  async newToken(locale: string | undefined): Promise<DirectLineAnswer> {
    const conversationId = randomBytes(16).toString('hex');
    const userId = `dl_${randomBytes(16).toString('hex')}`;
    return { ...(await this.#renewed({ conversationId, userId, locale })), userId };
  }

  /** @throws UnfreezeError `tokenExpired` where the conversation was ended */
  async refreshedToken(grant: Grant): Promise<DirectLineAnswer> {
    await this.#refusesEnded(grant);
    return this.#renewed(grant);
  }

  /** Starts the token's conversation and lets the bot greet, once however often it is called. */
  async start(
    grant: Grant,
    webSocketOrigin: string,
  ): Promise<{ created: boolean; conversation: DirectLineAnswer }> {
    const { conversationId, locale } = grant;
    const id = `${conversationId}|begins`;
    const delivery: Delivery = { reference: this.#reference(conversationId), id, locale };
    let created = false;
    const begins = () =>
      this.#parts.turns.take(
        delivery,
        beginningForm(this.#surroundings, delivery, grant, () => {
          created = true;
        }),
      );
    await begins().catch(async (error: unknown) => {
      // One that is over begins anew under its token, but for one that was ended.
      if (!(error instanceof UnfreezeError && error.code === 'conversationUnknown')) throw error;
      await this.#refusesEnded(grant);
      await deleteConversation(this.#parts.store, conversationId);
      await begins();
    });
    return { created, conversation: await this.#resumable(grant, '', webSocketOrigin) };
  }

  /**
   * Ends a conversation behind the turns that are under way: what was said is deleted, its streams are closed, and its tokens
   * are good for nothing, in every process. One that is over already stays so.
   * @throws UnfreezeError `tokenForeign`
   */
  async end(grant: Grant, conversationId: string): Promise<void> {
    ofConversation(grant, conversationId);
    const delivery: Delivery = {
      reference: this.#reference(conversationId),
      id: `${conversationId}|ends`,
      locale: undefined,
    };
    const form = endingForm(this.#surroundings, delivery);
    await this.#parts.turns.take(delivery, form).catch((error: unknown) => {
      if (!(error instanceof UnfreezeError && error.code === 'conversationUnknown')) throw error;
    });
    const { store, pause = setTimeout } = this.#parts;
    await Promise.all([
      emptyConversation(store, conversationId),
      // What another process has just added it may tell from its memory until then.
      pause(this.#surroundings.conversationLog.toldElsewhereFor),
    ]);
    this.#streams.end(conversationId);
  }

  /** @throws UnfreezeError `tokenForeign`, `conversationUnknown` */
  async resume(
    grant: Grant,
    conversationId: string,
    watermark: string,
    webSocketOrigin: string,
  ): Promise<DirectLineAnswer> {
    ofConversation(grant, conversationId);
    await this.#surroundings.conversationLog.after(conversationId, watermark);
    return this.#resumable(grant, watermark, webSocketOrigin);
  }

  /** @throws UnfreezeError `tokenForeign`, `conversationUnknown`, `messageInvalid` */
  async activities(grant: Grant, conversationId: string, watermark: string): Promise<ActivitySet> {
    ofConversation(grant, conversationId);
    return this.#surroundings.conversationLog.after(conversationId, watermark);
  }

  /**
   * One posted activity: sealed, echoed, handled. The same one again has no second effect and the same answer.
   * @param network the network address that it came from, for the limits; it is kept nowhere here
   * @throws UnfreezeError `tokenForeign`, `conversationUnknown`, `messageInvalid`, `messageTooLarge`
   */
  async post(grant: Grant, conversationId: string, body: unknown, network?: string): Promise<{ id: string }> {
    ofConversation(grant, conversationId);
    const { content, locale, ...ids } = readPostedActivity(body);
    if (content === undefined) {
      await this.#parts.store.read((manager) =>
        this.#surroundings.conversationLog.known(manager, conversationId),
      );
      return { id: activityId(conversationId, 0) };
    }
    const { clientActivityId } = ids;
    const delivery: Delivery = {
      reference: this.#reference(conversationId),
      id: clientActivityId && `${conversationId}|${clientActivityId}`,
      locale,
      network,
    };
    const form = directLineForm(this.#surroundings, delivery, { content, ...ids });
    const taken = await this.#parts.turns.takeSoon(delivery, form, {
      patience: this.#parts.patience ?? turnBeforeAnswer,
    });
    return { id: ('answer' in taken ? taken.answer : taken.receipt) ?? '' };
  }

  reaches(channelId: string): boolean {
    return channelId === ownId;
  }

  async tells(reference: ConversationReference, id: string, found: Found): Promise<void> {
    const delivery: Delivery = { reference, id, locale: undefined };
    await this.#parts.turns.tell(delivery, found, this.recovered(delivery));
  }

  /** How a delivery of this channel is answered that nobody brings any more. */
  recovered(delivery: Delivery): ChannelForm<KnownConversation> {
    return directLineForm(this.#surroundings, delivery, { content: { what: 'arrives' } });
  }

  /** Takes an HTTP upgrade to a stream; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    return this.#streams.upgrade(request, socket, head);
  }

  /** Closes the streams of conversations that are over. */
  ended(conversationIds: readonly string[]): void {
    for (const conversationId of conversationIds) {
      this.#surroundings.conversationLog.forget(conversationId);
      this.#streams.end(conversationId);
    }
  }

  /** Closes the streams one after the other within a time, so that not all of them come to the next process at once. */
  leave(milliseconds: number): void {
    this.#streams.leave(milliseconds);
  }

  /** Closes every stream; the clients come back to the next process with their token and watermark. */
  close(): void {
    this.#streams.close();
  }

  async #refusesEnded({ conversationId }: Grant): Promise<void> {
    if (await this.#surroundings.conversationLog.isEnded(conversationId))
      throw new UnfreezeError('tokenExpired', 'a token of a conversation that was ended');
  }

  #reference(id: string): ConversationReference {
    return {
      channelId: ownId,
      serviceUrl: directLineServiceUrl,
      conversation: { id },
      user: id,
      bot: this.#parts.bot.id,
    };
  }

  async #renewed(grant: Grant): Promise<DirectLineAnswer> {
    const token = await this.#parts.tokens.issue(grant);
    return { conversationId: grant.conversationId, token, expires_in: tokenLifetime };
  }

  async #resumable(grant: Grant, watermark: string, webSocketOrigin: string): Promise<DirectLineAnswer> {
    const parameters = new URLSearchParams({ watermark, t: await this.#parts.tokens.issueTicket(grant) });
    const path = addressOf(directLine.stream, { id: grant.conversationId });
    return {
      ...(await this.#renewed(grant)),
      streamUrl: `${webSocketOrigin}${path}?${parameters}`,
    };
  }
}
