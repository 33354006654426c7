import { ActivityTypes, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { normalText, readPart, withoutDirections } from '../../kit/customerText.ts';
import type { TranscriptLine } from '../../services/contract/handoffPacket.ts';
import { withoutSecrets } from './secretsInText.ts';

/** The state stays small: a human agent needs the newest lines only. */
const mostLines = 24;
const longestLine = 200;

/** Keeps the newest lines of a conversation, masked once more, from now to the end of the turn. */
export async function keepTranscript(
  turnContext: TurnContext,
  transcript: StatePropertyAccessor<TranscriptLine[]>,
): Promise<void> {
  const add = async (from: TranscriptLine['from'], text: string | undefined) => {
    if (!text) return;
    const lines = await transcript.get(turnContext, []);
    const line = { from, text: forStaff(text).slice(0, longestLine) };
    await transcript.set(turnContext, [...lines, line].slice(-mostLines));
  };
  const { activity } = turnContext;
  if (activity.type === ActivityTypes.Message) await add('customer', activity.text);
  turnContext.onSendActivities(async (_turnContext, activities, send) => {
    for (const { type, text } of activities) if (type === ActivityTypes.Message) await add('bot', text);
    return send();
  });
}

/** A text as people of the bank may see it: masked, and shown in the order in which it was written. */
export function forStaff(text: string): string {
  return withoutDirections(masked(text));
}

/** Masking brings a text into a normal form; what had nothing to be masked stays as it was written. */
function masked(text: string): string {
  const without = withoutSecrets(text);
  return without === normalText(text) ? readPart(text) : without;
}
