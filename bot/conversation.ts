import type { Logger } from 'pino';
import { MainDialog } from '../dialogs/mainDialog.ts';
import type { Sentences } from '../dialogs/messages/wording.ts';
import type { AgentHours } from '../dialogs/state/agentHours.ts';
import type { CaseBook } from '../dialogs/state/caseBook.ts';
import { conversationProperties } from '../dialogs/state/conversationState.ts';
import type { AwaitedLinks, Disowning, MessagingSecrets } from '../dialogs/state/dialogDependencies.ts';
import type { HandoffDesk, HandoffNotes } from '../dialogs/state/handoffDesk.ts';
import type { Persons } from '../dialogs/state/persons.ts';
import { Speaker } from '../dialogs/state/speaker.ts';
import type { Topics } from '../dialogs/understanding/topics.ts';
import type { Clock, Pause } from '../kit/time.ts';
import type { CardNumberRange } from '../services/contract/cardNumbers.ts';
import type { CustomerServiceClient } from '../services/contract/customerServiceClient.ts';
import type { PasswordLengths } from '../services/contract/passwordLengths.ts';
import type { ProcessorClient } from '../services/contract/processorClient.ts';
import type { OpenCases } from './cases/openCases.ts';
import {
  observedCustomerService,
  observedDesk,
  observedPersons,
  observedProcessor,
} from './events/observed.ts';
import type { ReturnMarks } from './events/returnMarks.ts';
import { CustomerServiceTerminal } from './terminal/customerServiceTerminal.ts';
import { HandedState } from './terminal/handedState.ts';
import { PatientProcessor } from './terminal/patientProcessor.ts';
import { Sealing } from './terminal/sealing.ts';

/** The services that the conversation uses. */
export type CustomerServiceTerminalOptions = {
  clients: { customerService: CustomerServiceClient; processor: ProcessorClient };
  desk: HandoffDesk;
  handoffNotes: HandoffNotes;
  /** Undefined where no person answers in the conversation itself. */
  persons?: Persons | undefined;
  agentHours: AgentHours | undefined;
  agentPhone: string | undefined;
  /** The sentences in the bank's wording; by default the standard wording. */
  sentences?: Sentences;
  /** Undefined where the bank has no answers of its own. */
  topics?: Topics | undefined;
  /** The ranges of the bank's card numbers; undefined where every number may be one. */
  cardNumbers?: readonly CardNumberRange[] | undefined;
  /** How many digits the bank's passwords have, where they are not the usual ones. */
  passwordLengths?: PasswordLengths | undefined;
  messagingSecrets?: MessagingSecrets;
  /** Whether sentences that were not understood are kept, masked. */
  keepsMissed?: boolean | undefined;
  /** Undefined where it is not followed who comes back. */
  returnMarks?: ReturnMarks | undefined;
  /** Whether customers are asked at the end if it is solved. */
  asksWhetherSolved?: boolean | undefined;
  cases: CaseBook & Pick<OpenCases, 'nameCode'>;
  /** Without it, customers hear of a link's end only when they ask. */
  awaitedLinks?: AwaitedLinks;
  /** Without it, a disownment is lost while the bank's side does not answer. */
  disowning?: Disowning;
  clock: Clock;
  pause: Pause;
  log: Logger;
};

/** The 客服终端 with its dialogs, for every channel. */
export function customerServiceTerminal(parts: CustomerServiceTerminalOptions): CustomerServiceTerminal {
  const { clock, pause, log } = parts;
  const customerService = observedCustomerService(parts.clients.customerService);
  const processor = new PatientProcessor({
    processor: observedProcessor(parts.clients.processor),
    clock,
    pause,
  });
  const conversationState = new HandedState();
  const properties = conversationProperties(conversationState);
  const speaker = new Speaker({
    ...properties,
    agentPhone: parts.agentPhone,
    ...(parts.sentences && { sentences: parts.sentences }),
  });
  const desk = observedDesk(parts.desk);
  const persons = parts.persons && observedPersons(parts.persons);
  const { handoffNotes, agentHours, cases, messagingSecrets = 'guided' } = parts;
  const { awaitedLinks = { note: async () => {} } } = parts;
  const { disowning = customerService } = parts;
  const told = { customerService, processor, disowning, speaker, clock, messagingSecrets };
  const dialogParts = {
    ...told,
    desk,
    handoffNotes,
    persons,
    agentHours,
    cases,
    awaitedLinks,
    topics: parts.topics,
    asksWhetherSolved: parts.asksWhetherSolved,
  };
  const dialog = new MainDialog(dialogParts, properties);
  const sealing = new Sealing({
    customerService,
    nameCode: (code) => cases.nameCode(code),
    cardNumbers: parts.cardNumbers,
    passwordLengths: parts.passwordLengths,
  });
  return new CustomerServiceTerminal({
    sealing,
    conversationState,
    properties,
    dialog,
    speaker,
    customerService,
    processor,
    persons,
    disowning,
    keepsMissed: parts.keepsMissed,
    returnMarks: parts.returnMarks,
    clock,
    log,
  });
}
