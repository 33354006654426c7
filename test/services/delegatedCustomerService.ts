import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';

/** A client that asks another, so that a test can put its own in the place of a method. */
export function delegatedCustomerService(to: CustomerServiceClient): CustomerServiceClient {
  return {
    nameCard: (...asked) => to.nameCard(...asked),
    queryCardStatus: (...asked) => to.queryCardStatus(...asked),
    searchCard: (...asked) => to.searchCard(...asked),
    freezeCard: (...asked) => to.freezeCard(...asked),
    disown: (...asked) => to.disown(...asked),
    answerableReceipt: (...asked) => to.answerableReceipt(...asked),
    noteCaseMove: (...asked) => to.noteCaseMove(...asked),
    noteOperatorAct: (...asked) => to.noteOperatorAct(...asked),
    noteHandoff: (...asked) => to.noteHandoff(...asked),
  };
}
