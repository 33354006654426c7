import type { Activity } from 'botbuilder';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Clock, Instant } from '../../kit/time.ts';
import type { Telephone } from '../../services/contract/cardSearch.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { DisownmentAnswer } from '../../services/contract/disownment.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { Topics } from '../understanding/topics.ts';
import type { AgentHours } from './agentHours.ts';
import type { CaseBook } from './caseBook.ts';
import type { HandoffDesk, HandoffNotes } from './handoffDesk.ts';
import type { Persons } from './persons.ts';
import type { Speaker } from './speaker.ts';

/**
 * The way in which SMS and WhatsApp ask for secrets: step by step, or on a page whose address is sent to the registered
 * phone.
 */
export type MessagingSecrets = 'guided' | 'link';

/** Remembers which conversation waits for which link, so that it can be told the outcome. Never rejects. */
export type AwaitedLinks = {
  /**
   * @param waiting the activity of the conversation that waits, and what takes the writes of its turn
   * @param link by the id of its authentication request
   */
  note(
    waiting: { activity: Activity; work?: UnitOfWork | undefined },
    link: { id: string; expiresAt: Instant },
  ): Promise<void>;
};

/**
 * What became of "that was not me". `kept`: the bank's side does not answer now, and is told until it does; which cards it
 * is about is not known before.
 */
export type Disowned = DisownmentAnswer | { outcome: 'kept' };

/** Freezes again what was unfrozen lately. */
export type Disowning = {
  /** @throws UnfreezeError where it was neither done nor kept */
  disown(from: Telephone): Promise<Disowned>;
};

/** The dependencies of the dialogs; each takes those that it uses. */
export type DialogDependencies = {
  customerService: CustomerServiceClient;
  processor: ProcessorClient;
  disowning: Disowning;
  speaker: Speaker;
  clock: Clock;
  desk: HandoffDesk;
  handoffNotes: HandoffNotes;
  /** Undefined where no person answers in the conversation itself. */
  persons?: Persons | undefined;
  /** When human agents are there; undefined where they are there at any time. */
  agentHours: AgentHours | undefined;
  messagingSecrets: MessagingSecrets;
  cases: CaseBook;
  awaitedLinks: AwaitedLinks;
  /** Undefined where the bank has no sentences of its own. */
  topics?: Topics | undefined;
  /** Whether customers are asked at the end if it is solved. */
  asksWhetherSolved?: boolean | undefined;
};
