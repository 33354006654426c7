import type { NamedCard } from './card.ts';
import type { CardFreezing, CardFreezingAnswer } from './cardFreezing.ts';
import type { CardSearch, CardSearchAnswer } from './cardSearch.ts';
import type { CardStatusAnswer, CardStatusQuery } from './cardStatusQuery.ts';
import type { CaseMove, CaseMoveAnswer } from './caseMove.ts';
import type { AnswerableReceipt, Disownment, DisownmentAnswer } from './disownment.ts';
import type { Handoff, HandoffAnswer } from './handoff.ts';
import type { OperatorAct, OperatorActAnswer } from './operatorAct.ts';

/** How the conversation reaches 客服终端, the customer-service terminal's records: in process or over HTTP. */
export interface CustomerServiceClient {
  /** The reference of a well-formed card number, known to the bank or not. @throws UnfreezeError `messageInvalid` */
  nameCard(cardNumber: string): Promise<NamedCard>;
  /** @throws UnfreezeError `messageInvalid`, `tooManyRequests`, `storeUnavailable` */
  queryCardStatus(query: CardStatusQuery): Promise<CardStatusAnswer>;
  /** @throws UnfreezeError `messageInvalid`, `tooManyRequests`, `storeUnavailable` */
  searchCard(search: CardSearch): Promise<CardSearchAnswer>;
  /** Freezes a card at its customer's wish, and tells them by text. @throws UnfreezeError `messageInvalid`, `tooManyRequests`, `storeUnavailable` */
  freezeCard(freezing: CardFreezing): Promise<CardFreezingAnswer>;
  /** Freezes again what was unfrozen lately, however often it is asked. @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  disown(disownment: Disownment): Promise<DisownmentAnswer>;
  /** Whether this telephone has had a receipt that can be answered with "that was not me". @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  answerableReceipt(telephone: Disownment): Promise<AnswerableReceipt>;
  /** Puts a handoff into the audit trail. @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteHandoff(handoff: Handoff): Promise<HandoffAnswer>;
  /** Puts a case's move to another channel into the audit trail. @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteCaseMove(move: CaseMove): Promise<CaseMoveAnswer>;
  /** Puts into the audit trail what an operator did on the bot's database. @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  noteOperatorAct(act: OperatorAct): Promise<OperatorActAnswer>;
}
