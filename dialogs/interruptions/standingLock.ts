import type { TurnContext } from 'botbuilder';
import { UnfreezeError } from '../../kit/errors.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import { wait } from '../messages/duration.ts';
import type { ItemAsked } from '../prompts/authenticationItemQuestion.ts';
import { mostTroubles } from '../prompts/question.ts';
import { requestStanding } from '../prompts/requestStanding.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { Speaker } from '../state/speaker.ts';

type StandingLockDependencies = { processor: ProcessorClient; speaker: Speaker; clock: Clock };

/**
 * A lock that this conversation has heard of: nobody is asked in it for what will be refused. Whether it still stands is
 * the bank's to say, since the staff may have released it. Where nobody has heard of one, it is heard with the first item.
 */
export class StandingLock {
  readonly #parts: StandingLockDependencies;
  readonly #lockHeard: ConversationProperties['lockHeard'];

  constructor(parts: StandingLockDependencies, { lockHeard }: Pick<ConversationProperties, 'lockHeard'>) {
    this.#parts = parts;
    this.#lockHeard = lockHeard;
  }

  /** The customer hears of it. */
  async begins(turnContext: TurnContext, card: NamedCard, authenticationRequest: string): Promise<void> {
    await this.#lockHeard.set(turnContext, { card, authenticationRequest });
  }

  /** Says that unfreezing is paused. @param card of which; without one, of whichever it was @returns false where none stands */
  async tells(turnContext: TurnContext, card?: NamedCard): Promise<boolean> {
    const lock = await this.#standing(turnContext);
    if (lock === undefined || (card && card.card !== lock.card.card)) return false;
    const { speaker, clock } = this.#parts;
    const { lastFour } = lock.card;
    const choices = ['choice.agent'] as const;
    if (await this.#isToldOften(turnContext)) await speaker.say(turnContext, 'lock.person', {}, { choices });
    else if (lock.until === null)
      await speaker.say(turnContext, 'lock.standsUntilReleased', { lastFour }, { choices });
    else {
      const left = wait(await speaker.language(turnContext), clock(), new Date(lock.until));
      await speaker.say(turnContext, 'lock.stands', { lastFour, wait: left }, { choices });
    }
    return true;
  }

  /** How many tries are left, by the bank's own count: of what is asked for, none in a lock, null where nothing is tried. */
  async triesLeft(turnContext: TurnContext, asked: ItemAsked | undefined): Promise<number | null> {
    const request = asked?.authenticationRequest;
    try {
      if (!request) return (await this.#standing(turnContext)) ? 0 : null;
      const { state, attempt } = await requestStanding(this.#parts.processor, request.id);
      return state === 'locked' ? 0 : (attempt?.attemptsLeft ?? request.attemptsLeft);
    } catch (error) {
      if (error instanceof UnfreezeError) return request?.attemptsLeft ?? null;
      throw error;
    }
  }

  /** Whether the same was said twice: the third time there is nothing left but a person. */
  async #isToldOften(turnContext: TurnContext): Promise<boolean> {
    const heard = await this.#lockHeard.get(turnContext, null);
    if (heard === null) return false;
    const told = ((heard.told ?? 0) + 1) % mostTroubles;
    await this.#lockHeard.set(turnContext, { ...heard, told });
    return told === 0;
  }

  async #standing(turnContext: TurnContext): Promise<{ card: NamedCard; until: Instant | null } | undefined> {
    const heard = await this.#lockHeard.get(turnContext, null);
    if (heard === null) return undefined;
    const { lockedUntil } = await requestStanding(this.#parts.processor, heard.authenticationRequest);
    if (lockedUntil !== undefined) return { card: heard.card, until: lockedUntil };
    await this.#lockHeard.set(turnContext, null);
    return undefined;
  }
}
