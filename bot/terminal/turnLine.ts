import type { Delivery, HeardDelivery } from '../turn/delivery.ts';
import { messagesOf } from '../turn/reply.ts';
import type { Turned } from '../turn/terminal.ts';

/**
 * What the log tells of a turn: enough to see what goes wrong and where, and nothing of whose it is or of what was said.
 * `said` are the ids of the sentences.
 */
export function turnLine(
  { reference }: Delivery,
  { content }: HeardDelivery<unknown>,
  { replies, standing }: Turned,
  milliseconds: number,
) {
  const said = replies.flatMap(({ channelData }) => channelData?.thawline?.messageId ?? []);
  const silent = said.length === 0 ? 'silent' : 'answered';
  return {
    channel: reference.channelId,
    language: messagesOf(replies).at(-1)?.locale ?? null,
    heard: content.what,
    said,
    outcome: standing === undefined && said.includes('trouble') ? 'trouble' : silent,
    milliseconds,
  };
}
