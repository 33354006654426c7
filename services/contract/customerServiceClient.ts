import type { NamedCard } from './card.ts';
import type { CardFreezing, CardFreezingAnswer } from './cardFreezing.ts';
import type { CardSearch, CardSearchAnswer } from './cardSearch.ts';
import type { CardStatusAnswer, CardStatusQuery } from './cardStatusQuery.ts';
import type { CaseMove, CaseMoveAnswer } from './caseMove.ts';
import type { AnswerableReceipt, Disownment, DisownmentAnswer } from './disownment.ts';
import type { Handoff, HandoffAnswer } from './handoff.ts';
import type { OperatorAct, OperatorActAnswer } from './operatorAct.ts';

/** The conversation's access to the records of the 客服终端, the customer-service terminal, in process or over HTTP. */
export interface CustomerServiceClient {
  /**
   * The reference of a well-formed card number, whether the bank has such a card or not. @throws UnfreezeError
   * `messageInvalid`
   */
  nameCard(cardNumber: string): Promise<NamedCard>;
  /** @throws UnfreezeError `messageInvalid`, `tooManyRequests`, `storeUnavailable` */
  queryCardStatus(query: CardStatusQuery): Promise<CardStatusAnswer>;
  /** @throws UnfreezeError `messageInvalid`, `tooManyRequests`, `storeUnavailable` */
  searchCard(search: CardSearch): Promise<CardSearchAnswer>;
  /**
   * Freezes a card at its customer's request and informs them by text. @throws UnfreezeError `messageInvalid`,
   * `tooManyRequests`, `storeUnavailable`
   */
  freezeCard(freezing: CardFreezing): Promise<CardFreezingAnswer>;
  /**
   * Freezes the recently unfrozen cards again. Repeating it changes nothing more. @throws UnfreezeError
   * `messageInvalid`, `storeUnavailable`
   */
  disown(disownment: Disownment): Promise<DisownmentAnswer>;
  /**
   * Whether this telephone has received a receipt that can be answered with "that was not me". @throws UnfreezeError
   * `messageInvalid`, `storeUnavailable`
   */
  answerableReceipt(telephone: Disownment): Promise<AnswerableReceipt>;
  /** Writes a handoff into the audit trail. @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteHandoff(handoff: Handoff): Promise<HandoffAnswer>;
  /**
   * Writes a case's move to another channel into the audit trail. @throws UnfreezeError `messageInvalid`,
   * `storeUnavailable`
   */
  noteCaseMove(move: CaseMove): Promise<CaseMoveAnswer>;
  /**
   * Writes an operator's work on the bot's database into the audit trail. @throws UnfreezeError `messageInvalid`,
   * `storeUnavailable`
   */
  noteOperatorAct(act: OperatorAct): Promise<OperatorActAnswer>;
}
