import { type Activity, ActivityTypes, RoleTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { loggedError } from '../../../kit/loggedError.ts';
import type { EntityManager } from '../../../kit/store/query.ts';
import type { Clock } from '../../../kit/time.ts';
import { networkOfTurn } from '../../../services/contract/userTerminal.ts';
import type { ConversationHandler } from '../../turn/conversationHandler.ts';
import { type ConversationReference, continued, type OwnActivity } from '../../turn/conversationReference.ts';
import { besideState } from '../../turn/guardedConversationState.ts';
import type { TurnLease } from '../../turn/turnLease.ts';
import type { TurnLock } from '../../turn/turnLock.ts';
import type { ConversationLog } from './conversationLog.ts';
import { type BotAccount, DirectLineAdapter, leaseOfTurn } from './directLineAdapter.ts';
import { readPostedActivity, serviceUrl } from './postedActivity.ts';
import type { Grant } from './tokens.ts';
import { activityId, channelId } from './words.ts';

type Parts = {
  conversationLog: ConversationLog;
  handler: ConversationHandler;
  turnLock: TurnLock;
  bot: BotAccount;
  clock: Clock;
  log: Logger;
};

/** What happens in a conversation of web chat, one turn after the other. */
export class Turns {
  readonly #parts: Parts;
  readonly #adapter: DirectLineAdapter;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#adapter = new DirectLineAdapter({ log: parts.conversationLog, bot: parts.bot });
  }

  /** Begins a conversation and lets the bot greet, once however often it is called; true the first time. */
  async begin(grant: Grant): Promise<boolean> {
    return this.#parts.turnLock.run(turnOf(grant.conversationId), async (lease) => {
      const { created, silent } = await this.#parts.conversationLog.begin(grant);
      // A conversation that is begun but silent is one whose greeting a crash took away.
      if (silent) await this.#handle(this.#userArrives(grant), lease);
      return created;
    });
  }

  /**
   * One posted activity: sealed, echoed, handled. The same one again has no second effect and the same answer.
   * @throws UnfreezeError `conversationUnknown`, `messageInvalid`, `messageTooLarge`
   */
  async post(conversationId: string, body: unknown, network?: string): Promise<{ id: string }> {
    return this.#parts.turnLock.run(turnOf(conversationId), (lease) =>
      this.#turn(lease, conversationId, body, network),
    );
  }

  /**
   * A turn that nobody posted anything for: nothing is echoed, and where it fails it may be tried again.
   * @throws UnfreezeError `conversationUnknown`, and whatever the turn throws
   */
  async tell(reference: ConversationReference, own: OwnActivity): Promise<void> {
    const { id } = reference.conversation;
    await this.#parts.turnLock.run(turnOf(id), async (lease) => {
      await this.#parts.conversationLog.conversation(id);
      const activity = continued(reference, own, this.#parts.clock());
      await this.#parts.handler.handle(this.#contextOf(activity, lease));
    });
  }

  async #turn(
    lease: TurnLease,
    conversationId: string,
    body: unknown,
    network?: string,
  ): Promise<{ id: string }> {
    const { conversationLog, handler, bot, clock } = this.#parts;
    const { userId, locale } = await conversationLog.conversation(conversationId);
    const { activity, clientActivityId } = readPostedActivity(body, {
      conversationId,
      userId: userId ?? conversationId,
      locale,
      bot,
      now: clock(),
    });
    // Nobody reads on the other side, so there is nobody to see the customer typing.
    if (activity.type === ActivityTypes.Typing) return { id: activityId(conversationId, 0) };
    const before = clientActivityId && (await conversationLog.sentBefore(conversationId, clientActivityId));
    if (before) return { id: String(before.id) };
    const { shown, heard } = await handler.seal(activity);
    const id = await this.#echo(lease, conversationId, shown, clientActivityId);
    await this.#handle({ ...heard, id }, lease, network);
    return { id };
  }

  async #echo(
    lease: TurnLease,
    conversationId: string,
    { recipient: _recipient, serviceUrl: _serviceUrl, ...shown }: Activity,
    clientActivityId: string | undefined,
  ): Promise<string> {
    const completed = (number: number, now: Date) => ({
      ...shown,
      id: activityId(conversationId, number),
      timestamp: now,
    });
    const echo = await this.#parts.conversationLog.append(conversationId, completed, {
      lease,
      clientActivityId,
    });
    return String(echo.id);
  }

  /** A turn that fails leaves what was shown so far; the echo stands, since the customer's message was taken. */
  async #handle(heard: Activity, lease: TurnLease, network?: string): Promise<void> {
    const { handler, log } = this.#parts;
    try {
      const turnContext = this.#contextOf(heard, lease);
      if (network !== undefined) turnContext.turnState.set(networkOfTurn, network);
      await handler.handle(turnContext);
    } catch (error) {
      const conversation = heard.conversation.id;
      log.error({ err: loggedError(error), conversation }, 'a turn on Direct Line failed');
    }
  }

  #contextOf(activity: Activity, lease: TurnLease): TurnContext {
    const turnContext = new TurnContext(this.#adapter, activity);
    turnContext.turnState.set(leaseOfTurn, lease);
    turnContext.turnState.set(besideState, (manager: EntityManager) => lease.assertHeld(manager));
    return turnContext;
  }

  /** How a bot hears that a conversation has begun. It has no id, so that no reply waits for an echo of it. */
  #userArrives({ conversationId, userId, locale }: Grant): Activity {
    const { bot, clock } = this.#parts;
    const user = { id: userId ?? conversationId, name: '', role: RoleTypes.User };
    const recipient = { ...bot, role: RoleTypes.Bot };
    return {
      type: ActivityTypes.ConversationUpdate,
      channelId,
      conversation: { id: conversationId },
      from: user,
      recipient,
      membersAdded: [user, recipient],
      serviceUrl,
      timestamp: clock(),
      ...(locale && { locale }),
    } as Activity;
  }
}

const turnOf = (conversationId: string) => ({ channelId, conversationId });
