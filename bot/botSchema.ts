import type { Schema } from '../kit/store/schema.ts';
import { OpenCaseRows, OpenCases1764000150000, WrongGuessRows } from './cases/movingTables.ts';
import {
  ActivityRows,
  ConversationRows,
  DirectLine1764000000000,
} from './channels/directLine/directLineTables.ts';
import {
  MessageRedactionRows,
  Messages1764000110000,
  MessagesInTurn1764000140000,
  MessageThreadRows,
} from './channels/twilio/messages/messageTables.ts';
import { CallRows, Voice1764000070000 } from './channels/twilio/voice/callTables.ts';
import { HandoffCaseRows, HandoffCases1764000060000 } from './desk/handoffCasesTable.ts';
import { HandoffCasesNotes1764000121000, HandoffNoteRows } from './desk/handoffNotesTable.ts';
import { BotKeyFingerprintRows, KeyFingerprints1764000171000 } from './keyFingerprintsTable.ts';
import { AwaitedLinkRows, AwaitedLinks1764000160000 } from './links/awaitedLinksTable.ts';
import {
  ConversationStates1764000001000,
  ConversationStatesByAge1764000041000,
} from './turn/conversationStatesTable.ts';
import {
  HandledActivities1764000090000,
  HandledActivitiesAnswered1764000131000,
} from './turn/handledActivitiesTable.ts';
import { TurnLeases1764000130000 } from './turn/turnLeasesTable.ts';

import { Turns1764000200000 } from './turn/turnsMigration.ts';
import { DeliveryRows, ConversationRows as Turns } from './turn/turnTables.ts';

/** The bot's side in a database. */
export const botSchema: Schema = {
  entities: [
    Turns,
    DeliveryRows,
    ConversationRows,
    ActivityRows,
    HandoffCaseRows,
    HandoffNoteRows,
    CallRows,
    MessageThreadRows,
    MessageRedactionRows,
    OpenCaseRows,
    WrongGuessRows,
    AwaitedLinkRows,
    BotKeyFingerprintRows,
  ],
  migrations: [
    DirectLine1764000000000,
    ConversationStates1764000001000,
    ConversationStatesByAge1764000041000,
    HandoffCases1764000060000,
    Voice1764000070000,
    HandledActivities1764000090000,
    Messages1764000110000,
    HandoffCasesNotes1764000121000,
    TurnLeases1764000130000,
    HandledActivitiesAnswered1764000131000,
    OpenCases1764000150000,
    MessagesInTurn1764000140000,
    AwaitedLinks1764000160000,
    KeyFingerprints1764000171000,
    Turns1764000200000,
  ],
  prefixes: [
    'DirectLine',
    'ConversationStates',
    'HandoffCases',
    'HandledActivities',
    'Messages',
    'OpenCases',
    'TurnLeases',
    'Voice',
    'AwaitedLinks',
    'KeyFingerprints',
    'Turns',
  ],
};
