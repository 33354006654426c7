import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import AsyncLock from 'async-lock';
import { type Activity, ActivityTypes, RoleTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Clock } from '../../../services/contract/time.ts';
import { loggedError } from '../../../services/security/loggedError.ts';
import type { Store } from '../../../services/store/store.ts';
import type { ConversationHandler } from '../conversationHandler.ts';
import { type ActivitySet, ConversationLog } from './conversationLog.ts';
import { type BotAccount, DirectLineAdapter } from './directLineAdapter.ts';
import { readPostedActivity } from './postedActivity.ts';
import { Streams } from './stream.ts';
import { type Grant, ofConversation, type Tokens, tokenLifetime } from './tokens.ts';
import { activityId, channelId } from './words.ts';

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
  bot: BotAccount;
  clock: Clock;
  log: Logger;
  /** Makes ids that nobody can guess; Node's own where nothing is given. */
  random?: (bytes: number) => Buffer;
};

/**
 * Direct Line 3.0 without a cloud service in the middle: the conversations of web chat, what may be done with
 * each token, and one turn after the other in each of them.
 */
export class DirectLine {
  readonly #parts: Parts;
  readonly #random: (bytes: number) => Buffer;
  readonly #conversationLog: ConversationLog;
  readonly #adapter: DirectLineAdapter;
  readonly #streams: Streams;
  /** One process: a second one beside it would need a lock in the database. */
  readonly #turns = new AsyncLock({ maxPending: Number.POSITIVE_INFINITY });

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#random = parts.random ?? randomBytes;
    this.#conversationLog = new ConversationLog(parts);
    this.#adapter = new DirectLineAdapter({ log: this.#conversationLog, bot: parts.bot });
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
    const { conversationId } = grant;
    const created = await this.#turns.acquire(conversationId, async () => {
      const begun = await this.#conversationLog.begin(grant);
      // A conversation that is begun but silent is one whose greeting a crash took away.
      if (begun.silent) await this.#handle(userArrives(grant, this.#parts.bot, this.#parts.clock()));
      return begun.created;
    });
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
   * @throws UnfreezeError `tokenForeign`, `conversationUnknown`, `messageInvalid`, `messageTooLarge`
   */
  async post(grant: Grant, conversationId: string, body: unknown): Promise<{ id: string }> {
    ofConversation(grant, conversationId);
    return this.#turns.acquire(conversationId, () => this.#turn(conversationId, body));
  }

  /** Takes an HTTP upgrade to a stream; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    return this.#streams.upgrade(request, socket, head);
  }

  /** Forgets the conversations that are over, and closes their streams. */
  async deleteExpired(): Promise<void> {
    for (const conversationId of await this.#conversationLog.deleteExpired())
      this.#streams.end(conversationId);
  }

  /** Closes every stream; the clients come back to the next process with their token and watermark. */
  close(): void {
    this.#streams.close();
  }

  async #turn(conversationId: string, body: unknown): Promise<{ id: string }> {
    const { handler, bot, clock } = this.#parts;
    const { userId, locale } = await this.#conversationLog.conversation(conversationId);
    const { activity, clientActivityId } = readPostedActivity(body, {
      conversationId,
      userId: userId ?? conversationId,
      locale,
      bot,
      now: clock(),
    });
    // Nobody reads on the other side, so there is nobody to see the customer typing.
    if (activity.type === ActivityTypes.Typing) return { id: activityId(conversationId, 0) };
    const before =
      clientActivityId && (await this.#conversationLog.sentBefore(conversationId, clientActivityId));
    if (before) return { id: String(before.id) };
    const { shown, heard } = await handler.seal(activity);
    const { recipient: _recipient, serviceUrl: _serviceUrl, ...echo } = shown;
    const kept = await this.#conversationLog.append(
      conversationId,
      (number, now) => ({ ...echo, id: activityId(conversationId, number), timestamp: now }),
      clientActivityId,
    );
    const id = String(kept.id);
    await this.#handle({ ...heard, id });
    return { id };
  }

  /** A turn that fails leaves what was shown so far; the echo stands, and so the customer's message was sent. */
  async #handle(heard: Activity): Promise<void> {
    try {
      await this.#parts.handler.handle(new TurnContext(this.#adapter, heard));
    } catch (error) {
      this.#parts.log.error(
        { err: loggedError(error), conversation: heard.conversation.id },
        'a turn on Direct Line failed',
      );
    }
  }

  async #renewed(grant: Grant): Promise<ConversationAnswer> {
    const token = await this.#parts.tokens.issue(grant);
    return { conversationId: grant.conversationId, token, expires_in: tokenLifetime };
  }

  async #resumable(grant: Grant, watermark: string, webSocketOrigin: string): Promise<ConversationAnswer> {
    const parameters = new URLSearchParams({ watermark, t: await this.#parts.tokens.issueTicket(grant) });
    const path = `/v3/directline/conversations/${grant.conversationId}/stream`;
    return { ...(await this.#renewed(grant)), streamUrl: `${webSocketOrigin}${path}?${parameters}` };
  }
}

/** The activity by which a bot hears that a conversation has begun. It has no id, so that no reply waits for its echo. */
function userArrives({ conversationId, userId, locale }: Grant, bot: BotAccount, now: Date): Activity {
  const user = { id: userId ?? conversationId, name: '', role: RoleTypes.User };
  const recipient = { ...bot, role: RoleTypes.Bot };
  return {
    type: ActivityTypes.ConversationUpdate,
    channelId,
    conversation: { id: conversationId },
    from: user,
    recipient,
    membersAdded: [user, recipient],
    serviceUrl: 'urn:thawline:directline',
    timestamp: now,
    ...(locale && { locale }),
  } as Activity;
}
