import { ago, type Expiring, expiringRows } from '../kit/retention/expiring.ts';
import type { Period } from '../kit/retention/period.ts';
import { In, IsNull, LessThan, Raw } from '../kit/store/query.ts';
import { hours, instant, minutes } from '../kit/time.ts';
import { OpenCaseRows, WrongGuessRows } from './cases/movingTables.ts';
import { deleteWithConversations, stateKey } from './channels/directLine/deleteWithConversations.ts';
import { ConversationRows } from './channels/directLine/directLineTables.ts';
import {
  MessageRedactionRows,
  MessageThreadRows,
  ReceivedMessageRows,
} from './channels/twilio/messages/messageTables.ts';
import { CallRows, CallStepRows } from './channels/twilio/voice/callTables.ts';
import { HandoffCaseRows } from './desk/handoffCasesTable.ts';
import { HandoffNoteRows } from './desk/handoffNotesTable.ts';
import { AwaitedLinkRows } from './links/awaitedLinksTable.ts';
import { ConversationStateRows } from './turn/conversationStatesTable.ts';
import { HandledActivityRows } from './turn/handledActivitiesTable.ts';
import { TurnLeaseRows } from './turn/turnLeasesTable.ts';

/** How long a case stays after an agent closed it; one that waits stays until then. */
const casesKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** How long it stays known that a message was blanked at the provider, or could not be. */
const redactionsKeptFor: Period = { text: 'P30D', milliseconds: 30 * 24 * hours };

/** Longer than any channel delivers an activity again; a lease whose turn is so long over is nobody's. */
const handledKeptFor: Period = { text: 'PT24H', milliseconds: 24 * hours };

/** Nothing is gone on with after half an hour without news; a guess is long forgotten by then. */
const openCasesKeptFor: Period = { text: 'PT30M', milliseconds: 0.5 * hours };
/** A link works for ten minutes, and its end is told of for one more. */
const awaitedLinksKeptFor: Period = { text: 'PT11M', milliseconds: 11 * minutes };

/** Where the id stands in the key of a web chat's state, counted from 1 as SQL does; a slash follows it. */
const idFrom = stateKey('').length;

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
      before: (manager, callSids) => manager.delete(CallStepRows, { callSid: In(callSids) }),
    }),
    expiringRows({
      kind: 'receivedMessages',
      keptFor,
      rows: ReceivedMessageRows,
      key: 'messageSid',
      due: (now) => ({ receivedAt: LessThan(ago(now, keptFor)) }),
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
      kind: 'conversationStates',
      keptFor,
      rows: ConversationStateRows,
      key: 'key',
      due: (now) => ({
        updatedAt: LessThan(ago(now, keptFor)),
        key: Raw(
          (key) => `NOT EXISTS (SELECT 1 FROM direct_line_conversations AS conversation
            WHERE conversation.id = rtrim(substr(${key}, ${idFrom}), '/'))`,
        ),
      }),
    }),
    expiringRows({
      kind: 'handledActivities',
      keptFor: handledKeptFor,
      rows: HandledActivityRows,
      key: 'id',
      due: (now) => ({ handledAt: LessThan(ago(now, handledKeptFor)) }),
    }),
    expiringRows({
      kind: 'turnLeases',
      keptFor: handledKeptFor,
      rows: TurnLeaseRows,
      key: 'conversation',
      due: (now) => ({ expiresAt: LessThan(ago(now, handledKeptFor)) }),
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
