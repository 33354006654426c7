import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { CaseId, Handoff } from '../../services/contract/handoff.ts';
import type { HandoffPacket } from '../../services/contract/handoffPacket.ts';

/** The receiver of cases for human agents: the built-in queue, or a bank's own desk. */
export interface HandoffDesk {
  /**
   * Opens a case; a conversation whose case is still open keeps it, with what is new.
   * @param from where the customer is, as far as it is known: a network address or a pseudonym of a telephone. It is for
   * counting, and kept as a pseudonym
   * @param work takes what is written with the turn's answer; without one the case is where an agent finds it when this
   * resolves
   */
  open(packet: HandoffPacket, work?: UnitOfWork, from?: string): Promise<CaseId>;
}

/** Notes that a conversation was handed over. It never rejects, because a handoff must succeed without the note. */
export interface HandoffNotes {
  note(handoff: Handoff, work?: UnitOfWork): Promise<void>;
}
