import type { Activity } from 'botbuilder';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { NamedCard } from '../../services/contract/card.ts';
import type { AuthenticationEnd } from '../../services/contract/desk.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import type { HandoffPacket } from '../../services/contract/handoffPacket.ts';

/**
 * The state of a case for its customer. `place`: the place in the queue, 0 with an agent; undefined where nobody will
 * answer here.
 */
export type WaitingForPerson = { caseId: CaseId; place: number | undefined };

/** The customer's conversation. */
export type Whereabouts = {
  activity: Activity;
  /** The number of the telephone that the turn came from. It is kept sealed, as long as the case is open. */
  phone: string | undefined;
  /** The origin of the case, as `HandoffDesk.open` takes it. */
  from: string;
  /** Whether this is an hour at which agents are there. */
  isHour: boolean;
  work?: UnitOfWork | undefined;
};

/** A desk at which agents read and answer in the conversation itself. */
export interface Persons {
  /** Opens a case like `HandoffDesk.open`, whose customer waits in the conversation where somebody can answer there. */
  opens(packet: HandoffPacket, where: Whereabouts): Promise<WaitingForPerson>;
  /**
   * What the customer says goes to the agent.
   * @param said as it may be shown: secrets and numbers are masked; `cards` are those that it names
   * @returns false where the case is over, so that nobody reads it
   */
  hears(caseId: CaseId, said: Said, work: UnitOfWork | undefined): Promise<boolean>;
  /** Reports the end of an authentication that an agent asked for. The agent sees nothing of what the customer gave. */
  authenticated(caseId: CaseId, how: AuthenticationEnd, work: UnitOfWork | undefined): Promise<void>;
  /** The customer does not wait any more; `callBack`: and would like to be called. */
  leaves(caseId: CaseId, how: { callBack: boolean }, work: UnitOfWork | undefined): Promise<void>;
}

type Said = { text: string; cards: readonly NamedCard[] };
