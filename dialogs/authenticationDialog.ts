import { UnfreezeError } from '../kit/errors.ts';
import type { Instant } from '../kit/time.ts';
import type { AuthenticationAnswer } from '../services/contract/authenticationInformation.ts';
import type { AuthenticationRequest } from '../services/contract/authenticationRequest.ts';
import type { NamedCard } from '../services/contract/card.ts';
import type { FreezeReason } from '../services/contract/freezeReason.ts';
import type { AuthenticationItem } from '../services/contract/items/index.ts';
import type { SealingKey } from '../services/contract/sealingKey.ts';
import type { SealedItem } from '../services/contract/secureForm.ts';
import type { Handoffs } from './interruptions/handoff.ts';
import type { StandingLock } from './interruptions/standingLock.ts';
import { wait } from './messages/duration.ts';
import {
  AuthenticationItemQuestion,
  type ItemAsked,
  type LostItem,
} from './prompts/authenticationItemQuestion.ts';
import { ConsentQuestion } from './prompts/consentQuestion.ts';
import { requestStanding } from './prompts/requestStanding.ts';
import type { DialogDependencies } from './state/dialogDependencies.ts';
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';
import { userTerminal } from './state/userTerminal.ts';
import { saysWhoHelps } from './whoHelps.ts';

/** `remaining`: what the attempt still wants, in the order of asking. `undelivered`: how often an item did not reach the processor. */
export type Authentication = {
  card: NamedCard;
  authenticationRequest: AuthenticationRequest;
  remaining: AuthenticationItem[];
  undelivered?: number;
  /** The version of the consent that was given, where one is asked for. */
  consented?: string;
};

/** The result where the card is unfrozen, with what it was frozen for; `request`: by which it was shown here, and `others` where the
 * customer has other frozen cards. */
export type Unfrozen = { unfrozen: FreezeReason[]; request?: string; others?: true };

/** The result where all was shown, and a person at the desk starts the unfreezing. */
export type Matched = { matched: string };

/** The result where the customer has not consented, and a person has the case. */
export const noConsent = 'noConsent';

type AuthenticationDialogDependencies = DialogDependencies & {
  lock: Pick<StandingLock, 'begins'>;
  handoff: Pick<Handoffs, 'toPerson'>;
};
type Step = WaterfallStepContext<Authentication>;
const steps = 'authentication.steps.3';
const mostUndelivered = 2;

/** The customer gives what the authentication request asks for, one item after the other, and hears what came of it (patent, steps 6 to 8). */
export class AuthenticationDialog extends ComponentDialog<Authentication> {
  static readonly id = 'authentication';
  readonly #parts: AuthenticationDialogDependencies;

  constructor(parts: AuthenticationDialogDependencies) {
    super(AuthenticationDialog.id);
    this.#parts = parts;
    this.addDialog(
      new WaterfallDialog<Authentication>(steps, [
        this.isAskedForConsent.bind(this),
        this.givesNextItem.bind(this),
        this.hearsOutcome.bind(this),
      ]),
    );
    this.addDialog(new ConsentQuestion(parts));
    this.addDialog(new AuthenticationItemQuestion(parts));
    this.initialDialogId = steps;
  }

  /** Before the first secret, where the customer's country wants it. */
  async isAskedForConsent(step: Step): Promise<DialogTurnResult> {
    const { authenticationRequest, consented } = step.options;
    const isGiven = authenticationRequest.consent?.version === consented;
    return isGiven ? step.next(true) : step.beginDialog(ConsentQuestion.id, {});
  }

  async givesNextItem(step: Step): Promise<DialogTurnResult> {
    const { remaining, authenticationRequest } = step.options;
    if (step.result !== true) return this.#leadsToPerson(step);
    const { consent } = authenticationRequest;
    if (consent) step.options.consented = consent.version;
    const [item] = remaining;
    if (item === undefined) throw new UnfreezeError('internal', 'an attempt that wants nothing is asked for');
    const asked: ItemAsked = { item, authenticationRequest };
    return step.beginDialog(AuthenticationItemQuestion.id, asked);
  }

  /** Without a consent nothing is asked for here; the bank's staff can do it another way. */
  async #leadsToPerson(step: Step): Promise<DialogTurnResult> {
    const { speaker, handoff } = this.#parts;
    await speaker.say(step.context, 'consent.declined');
    await handoff.toPerson(step.context, undefined);
    return step.endDialog(noConsent);
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
    const given: SealedItem | LostItem = step.result;
    return 'envelope' in given ? this.#upload(step, given) : this.#hearsOfLost(step, given);
  }

  /**
   * Asks the processor about an item whose answer was lost. Only the processor knows, because nothing else was kept.
   */
  async #hearsOfLost(step: Step, { item, authenticationRequest }: LostItem): Promise<DialogTurnResult> {
    const { state, attempt, reasons } = await requestStanding(this.#parts.processor, authenticationRequest);
    if (state === 'unfrozen') return this.#hearsUnfrozen(step, { reasons });
    if (state === 'matched') return this.#hears(step, { outcome: 'matched' });
    if (state === 'over') return this.#hears(step, { outcome: 'over' });
    if (state === 'locked') {
      await this.#parts.lock.begins(step.context, step.options.card, authenticationRequest);
      const result = { kind: 'locked', lastFour: step.options.card.lastFour } as const;
      await this.#parts.speaker.say(step.context, 'secureLink.locked', {}, { result });
      return step.endDialog('locked');
    }
    if (attempt && attempt.attempt > step.options.authenticationRequest.attempt) {
      return this.#hears(step, { outcome: 'notAccepted', ...attempt });
    }
    if (attempt && !attempt.remaining.includes(item)) {
      return this.#hears(step, { outcome: 'itemTaken', remaining: attempt.remaining });
    }
    return this.#asksAgain(step, attempt?.sealingKey);
  }

  async #upload(
    step: Step,
    { authenticationRequest, item, attempt, envelope }: SealedItem,
  ): Promise<DialogTurnResult> {
    const { consented: consent } = step.options;
    const information = {
      ...{ authenticationRequest, item, envelope, userTerminal: userTerminal(step.context) },
      ...(consent !== undefined && { consent }),
    };
    try {
      return this.#hears(step, await this.#parts.processor.giveAuthenticationInformation(information));
    } catch (error) {
      if (error instanceof UnfreezeError && error.code === 'authenticationRequestUnknown') {
        return this.#hears(step, { outcome: 'over' });
      }
      // The envelope may be an earlier one, whose answer was lost.
      if (error instanceof UnfreezeError && error.code.startsWith('envelope')) {
        return this.#hearsOfLost(step, { item, authenticationRequest, attempt });
      }
      throw error;
    }
  }

  /** @param sealingKey the one to seal to now: the one before may have been lost on the bank's side */
  async #asksAgain(step: Step, sealingKey?: SealingKey): Promise<DialogTurnResult> {
    const undelivered = (step.options.undelivered ?? 0) + 1;
    if (undelivered > mostUndelivered) return this.#hears(step, { outcome: 'over' });
    await this.#parts.speaker.say(step.context, 'authentication.again');
    const { authenticationRequest: before } = step.options;
    const authenticationRequest = sealingKey ? { ...before, sealingKey } : before;
    return step.replaceDialog(steps, { ...step.options, authenticationRequest, undelivered });
  }

  async #hears(step: Step, answer: AuthenticationAnswer): Promise<DialogTurnResult> {
    const { speaker } = this.#parts;
    const { card, authenticationRequest, consented } = step.options;
    const given = { card, ...(consented !== undefined && { consented }) };
    const { lastFour } = card;
    switch (answer.outcome) {
      case 'itemTaken':
        return step.replaceDialog(steps, {
          ...given,
          authenticationRequest,
          remaining: answer.remaining,
        });
      case 'notAccepted': {
        const { attempt, attemptsLeft } = answer;
        const sentence = attempt > 2 ? 'outcome.notAcceptedAgain' : 'outcome.notAccepted';
        const result = { kind: 'notAccepted', lastFour, attempt, attemptsLeft } as const;
        await speaker.say(step.context, sentence, { count: attemptsLeft }, { result });
        const next = { ...authenticationRequest, attempt, attemptsLeft };
        return step.replaceDialog(steps, { ...given, authenticationRequest: next, remaining: next.items });
      }
      case 'tooSoon': {
        const facts = { wait: await this.#waitUntil(step, answer.notBefore) };
        const result = { kind: 'tooSoon', lastFour, notBefore: answer.notBefore } as const;
        await speaker.say(step.context, 'authentication.tooSoon', facts, { result });
        return step.replaceDialog(steps, step.options);
      }
      case 'unfrozen':
        return this.#hearsUnfrozen(step, answer);
      case 'matched':
        await speaker.say(step.context, 'outcome.matched', { lastFour });
        return step.endDialog({ matched: authenticationRequest.id } satisfies Matched);
      case 'locked':
        await this.#parts.lock.begins(step.context, card, authenticationRequest.id);
        await this.#saysLocked(step, answer.until);
        break;
      case 'over': {
        // The answer that the card is unfrozen may have been lost. The next item then finds the request over.
        const { state, reasons } = await requestStanding(this.#parts.processor, authenticationRequest.id);
        if (state === 'unfrozen') return this.#hearsUnfrozen(step, { reasons });
        if (state === 'matched') return this.#hears(step, { outcome: 'matched' });
        await speaker.say(step.context, 'outcome.over');
        break;
      }
      case 'notRemote':
        await saysWhoHelps(this.#parts, step.context, { lastFour, ...answer });
    }
    return step.endDialog(answer.outcome);
  }

  async #hearsUnfrozen(
    step: Step,
    {
      at,
      reasons = [],
      others,
    }: { at?: Instant; reasons?: FreezeReason[] | undefined; others?: true | undefined },
  ): Promise<DialogTurnResult> {
    const { card, authenticationRequest } = step.options;
    const { lastFour } = card;
    const result = { kind: 'unfrozen', lastFour, request: authenticationRequest.id, at } as const;
    await this.#parts.speaker.say(step.context, 'outcome.unfrozen', { lastFour }, { result });
    const unfrozen: Unfrozen = {
      unfrozen: reasons,
      request: authenticationRequest.id,
      ...(others && { others }),
    };
    return step.endDialog(unfrozen);
  }

  async #saysLocked(step: Step, until: Instant | null): Promise<void> {
    const { speaker } = this.#parts;
    const result = { kind: 'locked', lastFour: step.options.card.lastFour, until } as const;
    if (until === null) return speaker.say(step.context, 'outcome.lockedUntilReleased', {}, { result });
    const facts = { wait: await this.#waitUntil(step, until) };
    return speaker.say(step.context, 'outcome.locked', facts, { result });
  }

  async #waitUntil(step: Step, until: Instant): Promise<string> {
    const { speaker, clock } = this.#parts;
    return wait(await speaker.language(step.context), clock(), new Date(until));
  }
}
