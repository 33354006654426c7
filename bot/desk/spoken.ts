import { channelRows } from '../../services/contract/channels.ts';
import { HandoffPacket } from '../../services/contract/handoffPacket.ts';
import type { HandoffCaseRow } from './handoffCasesTable.ts';

/** Whether the customer is on the telephone: an agent is put through, and does not write. */
export function isSpoken({ packet }: Pick<HandoffCaseRow, 'packet'>): boolean {
  return channelRows[HandoffPacket.parse(JSON.parse(packet)).channel].isSpoken;
}
