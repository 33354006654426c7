import type { HandoffDesk } from '../../dialogs/state/handoffDesk.ts';
import type { Persons } from '../../dialogs/state/persons.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { FreezeReason } from '../../services/contract/freezeReason.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import { note } from './noted.ts';

/** The bank's side as a turn asks it, with what it answers noted. Nothing of what was asked is. */
export function observedProcessor(processor: ProcessorClient): ProcessorClient {
  return {
    async requestUnfreezing(request) {
      const answer = await processor.requestUnfreezing(request);
      note({ kind: 'requested', outcome: answer.outcome });
      return answer;
    },
    async giveAuthenticationInformation(information) {
      const answer = await processor.giveAuthenticationInformation(information);
      const { outcome } = answer;
      if (outcome === 'unfrozen') note({ kind: 'attempted', outcome, reason: inOne(answer.reasons) });
      else if (outcome !== 'itemTaken' && outcome !== 'tooSoon') note({ kind: 'attempted', outcome });
      return answer;
    },
    async startUnfreezing(start) {
      const answer = await processor.startUnfreezing(start);
      const { outcome } = answer;
      if (outcome === 'unfrozen') note({ kind: 'attempted', outcome, reason: inOne(answer.reasons) });
      return answer;
    },
    async unfreezeRequestState(id) {
      const answer = await processor.unfreezeRequestState(id);
      const { state, reasons } = answer;
      if (state !== 'open') note({ kind: 'linkEnded', outcome: state, reason: inOne(reasons) });
      return answer;
    },
  };
}

/** The same for the customer-service terminal's records. */
export function observedCustomerService(service: CustomerServiceClient): CustomerServiceClient {
  return {
    nameCard: (cardNumber) => service.nameCard(cardNumber),
    async queryCardStatus(query) {
      const answer = await service.queryCardStatus(query);
      note({ kind: 'queried', outcome: answer.status });
      return answer;
    },
    async searchCard(search) {
      const answer = await service.searchCard(search);
      note({ kind: 'queried', outcome: answer.status });
      return answer;
    },
    async freezeCard(freezing) {
      const answer = await service.freezeCard(freezing);
      note({ kind: 'frozenByCustomer', outcome: answer.outcome });
      return answer;
    },
    async disown(disownment) {
      const answer = await service.disown(disownment);
      note({ kind: 'disowned', outcome: answer.outcome });
      return answer;
    },
    answerableReceipt: (telephone) => service.answerableReceipt(telephone),
    noteHandoff: (handoff) => service.noteHandoff(handoff),
    noteCaseMove: (move) => service.noteCaseMove(move),
    noteOperatorAct: (act) => service.noteOperatorAct(act),
  };
}

export function observedDesk(desk: HandoffDesk): HandoffDesk {
  return {
    async open(packet, work, from) {
      const opened = await desk.open(packet, work, from);
      note({ kind: 'handedOver', reason: packet.reason, step: packet.step });
      return opened;
    },
  };
}

/** The desk's conversations, with an event for each that is put through. */
export function observedPersons(persons: Persons): Persons {
  return {
    async opens(packet, where) {
      const opened = await persons.opens(packet, where);
      note({ kind: 'handedOver', reason: packet.reason, step: packet.step });
      return opened;
    },
    hears: (...said) => persons.hears(...said),
    authenticated: (...ended) => persons.authenticated(...ended),
    leaves: (...left) => persons.leaves(...left),
  };
}

/** Several freezes that went together are one reason to count by. */
function inOne(reasons: readonly FreezeReason[] = []): string {
  return [...reasons].sort().join('+');
}
