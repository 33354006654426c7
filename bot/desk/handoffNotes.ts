import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { HandoffNotes as Notes } from '../../dialogs/state/handoffDesk.ts';
import { loggedError } from '../../kit/loggedError.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import { UntoldRows } from '../../kit/store/untoldRows.ts';
import { type Clock, instant, type Pause, seconds } from '../../kit/time.ts';
import { CaseMove } from '../../services/contract/caseMove.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import { Handoff } from '../../services/contract/handoff.ts';
import { OperatorAct } from '../../services/contract/operatorAct.ts';
import { type HandoffNoteRow, HandoffNoteRows } from './handoffNotesTable.ts';

/** The longest wait for a line in the audit trail, because a customer who wants a person is waiting. */
const patience = 1 * seconds;

type HandoffNotesDependencies = {
  store: Store;
  customerService: Pick<CustomerServiceClient, 'noteHandoff' | 'noteCaseMove' | 'noteOperatorAct'>;
  clock: Clock;
  pause: Pause;
  log: Logger;
};

/** Tells the bank's audit trail of handoffs, and of cases that have moved between channels: each at least once. */
export class AuditedHandoffs implements Notes {
  readonly #parts: HandoffNotesDependencies;
  readonly #untold: UntoldRows<HandoffNoteRow>;

  constructor(parts: HandoffNotesDependencies) {
    this.#parts = parts;
    const { store, log } = parts;
    const words = { trouble: 'handoffs are not in the audit trail yet', refused: missing };
    const tell = ({ handoff }: HandoffNoteRow) =>
      told(Note.parse(JSON.parse(handoff)), parts.customerService);
    this.#untold = new UntoldRows({ store, rows: HandoffNoteRows, tell, log, words });
  }

  /** Never rejects: a handoff works without it, and the log names the case of one that is lost. */
  async note({ userTerminal: { channel, address }, ...rest }: Handoff, work?: UnitOfWork): Promise<void> {
    const { store, clock, pause, log } = this.#parts;
    const handoff = JSON.stringify({ ...rest, userTerminal: { channel, address } } satisfies Handoff);
    const row = { id: randomUUID(), handoff, at: instant(clock()) };
    if (work) {
      work.add((manager) => manager.insert(HandoffNoteRows, row));
      work.whenCommitted(() => void this.tell());
      return;
    }
    try {
      await store.transaction([], (manager) => manager.insert(HandoffNoteRows, row));
    } catch (error) {
      log.error({ err: loggedError(error), case: rest.caseId }, missing);
      return;
    }
    await Promise.race([this.tell(), pause(patience)]);
  }

  /** Notes a move in the transaction that moves the case. The bank is told of it as of a handoff. */
  async noteMove(manager: EntityManager, { userTerminal, ...rest }: CaseMove, now: Date): Promise<void> {
    const { channel, address } = userTerminal;
    const handoff = JSON.stringify({ ...rest, userTerminal: { channel, address } } satisfies CaseMove);
    await manager.insert(HandoffNoteRows, { id: randomUUID(), handoff, at: instant(now) });
  }

  /** Tells all that is untold, in order. Never rejects. */
  tell(): Promise<void> {
    return this.#untold.tell();
  }

  /** Tells now, and every minute what could not be told. @returns what ends that */
  keepTelling(): () => void {
    return this.#untold.keepTelling();
  }
}

const Note = z.union([CaseMove, OperatorAct, Handoff]);

/** A move names where it came from, and an operator's act what was done. */
function told(
  note: z.infer<typeof Note>,
  customerService: HandoffNotesDependencies['customerService'],
): Promise<object> {
  if ('did' in note) return customerService.noteOperatorAct(note);
  return 'from' in note ? customerService.noteCaseMove(note) : customerService.noteHandoff(note);
}

const missing = 'a handoff is missing in the audit trail';
