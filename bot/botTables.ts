import type { EventPeriods } from '../kit/events/eventTables.ts';
import type { OwnedTable } from '../kit/retention/ownedTable.ts';
import { caseTables } from './cases/ownedTables.ts';
import { directLineTables } from './channels/directLine/ownedTables.ts';
import { messageTables } from './channels/twilio/messages/ownedTables.ts';
import { callTables } from './channels/twilio/voice/ownedTables.ts';
import { chatwootTables } from './desk/chatwoot/chatwootCasesTable.ts';
import { deskTables } from './desk/ownedTables.ts';
import { deskSessionTables } from './deskSessionsTable.ts';
import { disowningTables } from './disowning/ownedTables.ts';
import { botEventTables } from './events/eventsTables.ts';
import { type MissedPeriods, missedSentenceTables } from './events/missedSentencesTable.ts';
import { returnMarkTables } from './events/returnMarksTable.ts';
import { botKeyTables } from './keyFingerprintsTable.ts';
import { limitTables } from './limits/ownedTables.ts';
import { awaitedLinkTables } from './links/ownedTables.ts';
import { botPageTables } from './pageFilesTable.ts';
import type { ConversationPeriod } from './turn/conversationPeriod.ts';
import { turnTables } from './turn/ownedTables.ts';

/**
 * The values that the owners of the bot's tables need: periods, and a function called with deleted web chat
 * conversations.
 */
export type BotKept = ConversationPeriod & EventPeriods & MissedPeriods & { ended: (ids: string[]) => void };

/** Every table of the bot's side, by its owner, in the order in which expired rows are deleted. */
export const botTables: readonly OwnedTable<BotKept>[] = [
  ...directLineTables,
  ...callTables,
  ...messageTables,
  ...turnTables,
  ...caseTables,
  ...awaitedLinkTables,
  ...deskTables,
  ...chatwootTables,
  ...deskSessionTables,
  ...disowningTables,
  ...limitTables,
  ...botEventTables,
  ...missedSentenceTables,
  ...returnMarkTables,
  ...botPageTables,
  ...botKeyTables,
];
