import { ago, type Expiring, expiringRows } from '../kit/retention/expiring.ts';
import type { Period } from '../kit/retention/period.ts';
import { IsNull, LessThan } from '../kit/store/query.ts';
import { hours, instant, minutes } from '../kit/time.ts';
import { OpenCaseRows, WrongGuessRows } from './cases/movingTables.ts';
import { deleteWithConversations } from './channels/directLine/deleteWithConversations.ts';
import { ConversationRows } from './channels/directLine/directLineTables.ts';
import { MessageRedactionRows, MessageThreadRows } from './channels/twilio/messages/messageTables.ts';
import { CallRows } from './channels/twilio/voice/callTables.ts';
import { HandoffCaseRows } from './desk/handoffCasesTable.ts';
import { HandoffNoteRows } from './desk/handoffNotesTable.ts';
import { AwaitedLinkRows } from './links/awaitedLinksTable.ts';
import { DeliveryRows, ConversationRows as Turns } from './turn/turnTables.ts';

/** How long a case stays after an agent closed it; one that waits stays until then. */
const casesKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** How long it stays known that a message was blanked at the provider, or could not be. */
const redactionsKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** Nothing is gone on with after half an hour without news; a guess is long forgotten by then. */
const openCasesKeptFor: Period = { text: 'PT30M', milliseconds: 0.5 * hours };
/** A link works for ten minutes, and its end is told of for one more. */
const awaitedLinksKeptFor: Period = { text: 'PT11M', milliseconds: 11 * minutes };

/**
 * What the bot's side deletes when its time is over: web chat's conversations after their last activity, telephone
 * calls after their last step, messages, what dialogs kept of any other, which activities had their turn, whose turn it
 * was last, which links they waited for, what was blanked at the provider, cases that could have moved to another channel,
 * and cases for human agents after they were closed. That a number has said
 * STOP stays until it says START.
 * @param ended is told which conversations of web chat went
 */
export function botExpiring(keptFor: Period, ended: (ids: string[]) => void = () => {}): Expiring[] {
  return [
    expiringRows({
      kind: 'conversations',
      keptFor,
      rows: ConversationRows,
      key: 'id',
      due: (now) => ({ lastActivityAt: LessThan(ago(now, keptFor)) }),
      async before(manager, ids) {
        await deleteWithConversations(manager, ids);
        ended(ids);
      },
    }),
    expiringRows({
      kind: 'calls',
      keptFor,
      rows: CallRows,
      key: 'callSid',
      due: (now) => ({ lastStepAt: LessThan(ago(now, keptFor)) }),
    }),
    expiringRows({
      kind: 'messageThreads',
      keptFor,
      rows: MessageThreadRows,
      key: 'id',
      due: (now) => ({ updatedAt: LessThan(ago(now, keptFor)), stoppedAt: IsNull() }),
    }),
    expiringRows({
      kind: 'messageRedactions',
      keptFor: redactionsKeptFor,
      rows: MessageRedactionRows,
      key: 'messageSid',
      due: (now) => [
        { redactedAt: LessThan(ago(now, redactionsKeptFor)) },
        { givenUpAt: LessThan(ago(now, redactionsKeptFor)) },
      ],
    }),
    expiringRows({
      kind: 'deliveries',
      keptFor,
      rows: DeliveryRows,
      key: 'id',
      due: (now) => ({ arrivedAt: LessThan(ago(now, keptFor)) }),
    }),
    expiringRows({
      kind: 'turns',
      keptFor,
      rows: Turns,
      key: 'id',
      due: (now) => ({ updatedAt: LessThan(ago(now, keptFor)) }),
    }),
    expiringRows({
      kind: 'openCases',
      keptFor: openCasesKeptFor,
      rows: OpenCaseRows,
      key: 'conversation',
      due: (now) => ({ updatedAt: LessThan(ago(now, openCasesKeptFor)) }),
    }),
    expiringRows({
      kind: 'wrongGuesses',
      keptFor: openCasesKeptFor,
      rows: WrongGuessRows,
      key: 'id',
      due: (now) => ({ at: LessThan(ago(now, openCasesKeptFor)) }),
    }),
    expiringRows({
      kind: 'awaitedLinks',
      keptFor: awaitedLinksKeptFor,
      rows: AwaitedLinkRows,
      key: 'id',
      due: (now) => ({ until: LessThan(instant(now)) }),
    }),
    expiringRows({
      kind: 'handoffCases',
      keptFor: casesKeptFor,
      rows: HandoffCaseRows,
      key: 'id',
      due: (now) => ({ closedAt: LessThan(ago(now, casesKeptFor)) }),
    }),
    expiringRows({
      kind: 'handoffNotes',
      keptFor: casesKeptFor,
      rows: HandoffNoteRows,
      key: 'id',
      due: (now) => ({ at: LessThan(ago(now, casesKeptFor)) }),
    }),
  ];
}
