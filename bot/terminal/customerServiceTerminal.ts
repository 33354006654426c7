import { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { hearsDesk, tellsEnd } from '../../dialogs/interruptions/deskWord.ts';
import { disowned } from '../../dialogs/interruptions/disowning.ts';
import { type ConversationStart, MainDialog } from '../../dialogs/mainDialog.ts';
import { mainChoices } from '../../dialogs/messages/mainChoices.ts';
import { awaited, awaitsLink } from '../../dialogs/prompts/awaited.ts';
import { openQuestion } from '../../dialogs/prompts/question.ts';
import { stepOf } from '../../dialogs/prompts/stepOf.ts';
import type { ConversationPlace } from '../../dialogs/state/caseBook.ts';
import { type ConversationProperties, conversationLanguage } from '../../dialogs/state/conversationState.ts';
import type { Disowned, Disowning } from '../../dialogs/state/dialogDependencies.ts';
import { withoutMemory } from '../../dialogs/state/noMemory.ts';
import type { Persons } from '../../dialogs/state/persons.ts';
import { type DialogContext, DialogSet, DialogTurnStatus } from '../../dialogs/state/sdkDialogs.ts';
import type { Speaker } from '../../dialogs/state/speaker.ts';
import { setTurn } from '../../dialogs/state/turn.ts';
import { isOnTelephone, telephoneOf } from '../../dialogs/state/userTerminal.ts';
import { alarmIn } from '../../dialogs/understanding/alarm.ts';
import { type Heard, isOwn } from '../../dialogs/understanding/heard.ts';
import { isDisowning } from '../../dialogs/understanding/notMe.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { loggedError } from '../../kit/loggedError.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Clock } from '../../kit/time.ts';
import { traceReference } from '../../kit/trace.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { DeskWord } from '../../services/contract/desk.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import { keepMissed } from '../events/missedSentences.ts';
import { type Noted, noting } from '../events/noted.ts';
import type { ReturnMarks } from '../events/returnMarks.ts';
import type { Content, Delivery, HeardDelivery, Sealed } from '../turn/delivery.ts';
import type { Standing, Terminal, Turned, Urgency } from '../turn/terminal.ts';
import { activityOf } from './activityOf.ts';
import { awaitedNow, awaitsOf } from './awaits.ts';
import { CollectingAdapter } from './collectingAdapter.ts';
import { expectation } from './expectation.ts';
import { freshen, isOfLaterVersion, stamped } from './freshness.ts';
import type { HandedState } from './handedState.ts';
import type { Sealing } from './sealing.ts';
import { told } from './told.ts';
import { keepTranscript } from './transcript.ts';
import { turnLine } from './turnLine.ts';
import { unread } from './unread.ts';

type CustomerServiceTerminalDependencies = {
  sealing: Sealing;
  conversationState: HandedState;
  properties: ConversationProperties;
  dialog: MainDialog;
  speaker: Speaker;
  customerService: Pick<CustomerServiceClient, 'answerableReceipt'>;
  processor: Pick<ProcessorClient, 'startUnfreezing'>;
  /** Undefined where no person answers in the conversation itself. */
  persons: Persons | undefined;
  disowning: Disowning;
  /** Whether the words of a turn that was not understood are kept, masked. */
  keepsMissed?: boolean | undefined;
  /** Undefined where it is not followed who comes back. */
  returnMarks?: Pick<ReturnMarks, 'of'> | undefined;
  clock: Clock;
  log: Logger;
};

/**
 * 客服终端, the customer-service terminal as the customer meets it (patent, step 2): one turn of a
 * conversation. Where a turn fails, the customer hears so and the conversation stands where it stood before.
 */
export class CustomerServiceTerminal implements Terminal<Heard>, Urgency {
  readonly #parts: CustomerServiceTerminalDependencies;
  readonly #dialogs: DialogSet;

  constructor(parts: CustomerServiceTerminalDependencies) {
    this.#parts = parts;
    this.#dialogs = new DialogSet(parts.properties.dialogState).add(parts.dialog);
  }

  async seal(delivery: Delivery, content: Content, standing: Standing): Promise<Sealed<Heard>> {
    const { sealing, clock } = this.#parts;
    if (isOfLaterVersion(standing)) return unread(content);
    return sealing.seal(delivery, content, awaitedNow(standing, clock).awaited);
  }

  async converse(
    delivery: Delivery,
    heard: HeardDelivery<Heard>,
    standing: Standing,
    work: UnitOfWork,
  ): Promise<Turned> {
    const { clock, log } = this.#parts;
    const begun = clock();
    const turned = await noting((noted) => this.#converse(delivery, heard, standing, { work, noted, begun }));
    log.info(turnLine(delivery, heard, turned, clock().getTime() - begun.getTime()), 'a turn');
    return turned;
  }

  async #converse(
    delivery: Delivery,
    heard: HeardDelivery<Heard>,
    standing: Standing,
    { work, noted, begun }: { work: UnitOfWork; noted: readonly Noted[]; begun: Date },
  ): Promise<Turned> {
    const { conversationState, clock, log } = this.#parts;
    const adapter = new CollectingAdapter();
    const turnContext = this.#turnContext(adapter, delivery, heard, work);
    // A turn that fails leaves the state as it was. It is JSON, of which this is the quickest copy.
    const takeOut = conversationState.hand(turnContext, JSON.parse(JSON.stringify(standing.state ?? {})));
    if (isOfLaterVersion(standing)) return this.#leaves(turnContext, adapter, heard);
    try {
      const speaks = await this.#turn(turnContext, heard);
      if (!speaks) return { replies: [], expects: expectation(awaitedNow(standing, clock).awaited, []) };
      const dialogContext = await this.#dialogs.createContext(turnContext);
      const now = awaited(dialogContext);
      await this.#tellsDesk(turnContext, dialogContext);
      const isUnfinished = await this.#isUnfinished(turnContext, dialogContext);
      await stamped(turnContext, this.#parts);
      const { replies } = adapter;
      const step = stepOf(openQuestion(dialogContext));
      const state = takeOut();
      const seen = { ...this.#parts, delivery, heard, standing, replies, noted, step, begun };
      const { kept, events } = told({ ...seen, left: state });
      if (this.#parts.keepsMissed) {
        const words = heard.content.what === 'words' ? heard.content.text : undefined;
        keepMissed({ events, words, state: standing.state, work });
      }
      const left = { state: { ...state, case: kept }, awaits: awaitsOf(now, isUnfinished, clock()) };
      return { replies, expects: expectation(now, replies), standing: left, events };
    } catch (error) {
      // A customer who has said nothing need not hear of the failure: what brought the news tries again.
      if (heard.found && isOwn(heard.found)) throw error;
      log.error(
        { err: loggedError(error), conversation: delivery.reference.conversation.id },
        'a turn failed',
      );
      return this.#failed(turnContext, adapter, standing);
    }
  }

  /** Whether a conversation was left while a card was to be unfrozen, and has not been gone on with elsewhere. */
  async isUnfinished(standing: Standing, conversation: ConversationPlace): Promise<boolean> {
    const { clock, dialog } = this.#parts;
    return awaitedNow(standing, clock).isUnfinished && !(await dialog.moving.hasMoved(conversation));
  }

  /** Told by its words alone: what was understood of it is understood in its turn. In doubt an alarm is heard. */
  async isUrgent(delivery: Delivery, text: string): Promise<boolean> {
    if (isDisowning(text)) return true;
    const alarm = alarmIn(text, 'none');
    const from = telephoneOf(this.#turnContext(new CollectingAdapter(), delivery, { content: nothingSaid }));
    if (alarm === undefined || alarm === 'faint' || from === undefined) return false;
    try {
      return (await this.#parts.customerService.answerableReceipt(from)).unfrozenAt !== null;
    } catch (error) {
      this.#parts.log.warn({ err: loggedError(error) }, 'whether there is a receipt to answer is not known');
      return alarm === 'certain';
    }
  }

  soundsUrgent(text: string): boolean {
    return alarmIn(text) !== undefined;
  }

  /** Freezes again what was unfrozen lately for the telephone of the delivery. */
  async heed(delivery: Delivery): Promise<boolean> {
    const turnContext = this.#turnContext(new CollectingAdapter(), delivery, { content: nothingSaid });
    const answer = await disowned(turnContext, this.#parts.disowning);
    return answer !== undefined && toBeHeard.has(answer.outcome);
  }

  #turnContext(
    adapter: CollectingAdapter,
    delivery: Delivery,
    heard: HeardDelivery<Heard>,
    work?: UnitOfWork,
  ): TurnContext {
    const turnContext = new TurnContext(adapter, activityOf(delivery, heard, this.#parts.clock()));
    const { phone, network, optedOut } = delivery;
    setTurn(turnContext, { phone, network, optedOut, work });
    withoutMemory(turnContext);
    return turnContext;
  }

  /**
   * What a later version has begun, it goes on with: the state stands, and whoever spoke hears so.
   * @throws UnfreezeError `storeUnavailable` for what the bot itself tells: it tries again, and another process may have it
   */
  async #leaves(
    turnContext: TurnContext,
    { replies }: CollectingAdapter,
    { content, found }: HeardDelivery<Heard>,
  ): Promise<Turned> {
    if (found && isOwn(found))
      throw new UnfreezeError('storeUnavailable', 'a later version has the conversation');
    const speaks = content.what === 'words' || content.what === 'wish';
    if (speaks) await this.#parts.speaker.say(turnContext, 'beingUpdated', {}, { leavesFormOpen: true });
    return { replies, expects: expectation({ what: 'words' }, replies) };
  }

  /** After whatever was said before: that may be what the bank has done by then. */
  async #failed(
    turnContext: TurnContext,
    { replies }: CollectingAdapter,
    standing: Standing,
  ): Promise<Turned> {
    await this.#parts.speaker.say(
      turnContext,
      'trouble',
      { reference: traceReference() },
      {
        leadsToPerson: true,
        leavesFormOpen: true,
      },
    );
    return { replies, expects: expectation(awaitedNow(standing, this.#parts.clock).awaited, replies) };
  }

  /** @returns false where there is nothing in it for the conversation */
  async #turn(turnContext: TurnContext, { content, found }: HeardDelivery<Heard>): Promise<boolean> {
    if (content.what === 'event') return false;
    if (found?.what === 'linkConcluded' && !(await this.#awaitsLink(turnContext, found.id))) return false;
    if (found?.what === 'deskWord') return this.#hearsDesk(turnContext, found.word);
    if (content.what === 'arrives') await this.#greets(turnContext);
    else await this.#converses(turnContext);
    return true;
  }

  async #isUnfinished(turnContext: TurnContext, { activeDialog }: DialogContext): Promise<boolean> {
    const spokenOf = await this.#parts.properties.spokenOf.get(turnContext, null);
    return activeDialog !== undefined && spokenOf?.remote === true;
  }

  /** Whether the customer still waits for this link: not where they were told already, or do something else. */
  async #awaitsLink(turnContext: TurnContext, authenticationRequest: string): Promise<boolean> {
    await freshen(turnContext, this.#parts);
    return awaitsLink(await this.#dialogs.createContext(turnContext), authenticationRequest);
  }

  async #hearsDesk(turnContext: TurnContext, word: DeskWord): Promise<boolean> {
    await freshen(turnContext, this.#parts);
    const { properties, ...parts } = this.#parts;
    const before = await properties.withPerson.get(turnContext, null);
    const isSaid = await hearsDesk(turnContext, word, { ...properties, ...parts });
    const now = await properties.withPerson.get(turnContext, null);
    const dialogContext = await this.#dialogs.createContext(turnContext);
    // What was open with the bot is left where a person takes over: else the answer to them would be one to it.
    if (now?.standing === 'here' && before?.standing !== 'here') await dialogContext.cancelAllDialogs();
    if (word.says !== 'authenticate') return isSaid;
    await dialogContext.cancelAllDialogs();
    await dialogContext.beginDialog(MainDialog.id, {
      begins: { wish: { card: word.card } },
    } satisfies ConversationStart);
    return true;
  }

  /** How an authentication ended that a person at the desk has asked for. */
  async #tellsDesk(turnContext: TurnContext, dialogContext: DialogContext): Promise<void> {
    const { persons, properties, ...parts } = this.#parts;
    if (!persons) return;
    const isOpen = dialogContext.activeDialog !== undefined;
    const hasEnded = await tellsEnd(turnContext, isOpen, { ...properties, ...parts, persons });
    // A caller who is put through again hears the rest from the agent.
    if (hasEnded && isOnTelephone(turnContext)) await dialogContext.cancelAllDialogs();
  }

  async #greets(turnContext: TurnContext): Promise<void> {
    const { properties, speaker, dialog } = this.#parts;
    await properties.language.set(turnContext, await conversationLanguage(turnContext, properties.language));
    await keepTranscript(turnContext, properties.transcript);
    const offersCase = await dialog.moving.canBeOffered(turnContext);
    await speaker.say(turnContext, 'greeting', {}, { choices: offersCase ? [] : mainChoices });
    if (!offersCase) return;
    const dialogContext = await this.#dialogs.createContext(turnContext);
    await dialogContext.beginDialog(MainDialog.id, {
      begins: { offersCase: true },
    } satisfies ConversationStart);
  }

  async #converses(turnContext: TurnContext): Promise<void> {
    if (turnContext.activity.conversation.isGroup) {
      await this.#parts.speaker.say(turnContext, 'onlyPrivate');
      return;
    }
    const { properties, speaker } = this.#parts;
    const found = await freshen(turnContext, this.#parts);
    await keepTranscript(turnContext, properties.transcript);
    if (found.as === 'begunAfresh') await speaker.say(turnContext, 'begunAfresh');
    const dialogContext: DialogContext = await this.#dialogs.createContext(turnContext);
    const { status } = await dialogContext.continueDialog();
    if (status !== DialogTurnStatus.empty) return;
    const left = found.as === 'later' ? found.spokenOf?.card : undefined;
    await dialogContext.beginDialog(MainDialog.id, (left ? { left } : {}) satisfies ConversationStart);
  }
}

/** The effects of urgent words in this turn. Earlier effects are not told again. */
const toBeHeard: ReadonlySet<Disowned['outcome']> = new Set(['frozenAgain', 'freezing', 'kept']);

const nothingSaid: Content = { what: 'words', text: '' };
