import type { Logger } from 'pino';
import type { HandoffDesk } from '../../dialogs/state/handoffDesk.ts';
import { Rounds } from '../../kit/rounds.ts';
import { minutes } from '../../kit/time.ts';
import type { UnreachedReceipt } from '../../services/contract/receipts.ts';
import type { ReceiptsClient } from '../../services/contract/receiptsClient.ts';

type UnreachedOwnersDependencies = {
  receipts: Pick<ReceiptsClient, 'unreachedReceipts' | 'noteReceiptCase'>;
  desk: HandoffDesk;
  log: Logger;
};

const atOnce = 20;

/**
 * Opens a case for each unfreezing of which the card's owner could be told in no way, or that they have disowned on a page:
 * a person must call them.
 */
export class UnreachedOwners {
  readonly #parts: UnreachedOwnersDependencies;
  readonly #looking: Rounds;

  constructor(parts: UnreachedOwnersDependencies) {
    this.#parts = parts;
    this.#looking = new Rounds({
      work: () => this.#openCases(),
      every: 1 * minutes,
      log: parts.log,
      trouble: 'owners who could not be told have no case yet',
    });
  }

  /** Never rejects. */
  look(): Promise<void> {
    return this.#looking.now();
  }

  /** Looks now, and every minute. @returns what ends that */
  keepLooking(): () => void {
    return this.#looking.start();
  }

  async #openCases(): Promise<void> {
    const { receipts, desk, log } = this.#parts;
    const { receipts: unreached } = await receipts.unreachedReceipts({ most: atOnce });
    for (const one of unreached) {
      // The receipt stands for a conversation, so that one whose note was lost gets no second case.
      const caseId = await desk.open(packetOf(one));
      await receipts.noteReceiptCase({ receipt: one.receipt, caseId });
      log.warn({ case: caseId }, said[one.why]);
    }
  }
}

const said: Readonly<Record<UnreachedReceipt['why'], string>> = {
  unreached: 'an owner could not be told that a card was unfrozen: somebody must call',
  disowned: 'an owner has disowned an unfreezing on the page of its notice: somebody must call',
};
const reasons = { unreached: 'receiptUnreached', disowned: 'unfreezingDisowned' } as const;

function packetOf({ receipt, lastFour, channel, language, unfrozenAt, why }: UnreachedReceipt) {
  return {
    reason: reasons[why],
    conversation: `receipt ${receipt}`,
    channel,
    language,
    lastFour,
    cards: [],
    freezeReasons: [],
    step: 'nothingBegun' as const,
    attemptsLeft: null,
    cardFound: false,
    callBack: false,
    optedOut: false,
    at: unfrozenAt,
    transcript: [],
  };
}
