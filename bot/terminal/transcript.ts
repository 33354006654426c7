import { ActivityTypes, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { normalText, readPart, withoutDirections } from '../../kit/customerText.ts';
import type { TranscriptLine } from '../../services/contract/handoffPacket.ts';
import { withoutSecrets } from './secretsInText.ts';

/** The number of lines that are kept, which keeps the state small. A human agent needs only the newest ones. */
const mostLines = 24;
const longestLine = 200;

/** Keeps the newest lines of a conversation until the end of the turn, masked once more. */
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

/** The text that the bank's people may see: masked, and shown in its written direction. */
export function forStaff(text: string): string {
  // PostgreSQL keeps no NUL, and what the desk has goes into its tables.
  return withoutDirections(masked(text)).replaceAll('\0', '');
}

/** Masks a text. A text with nothing to mask stays as it was written, since masking changes it into a normal form. */
function masked(text: string): string {
  const without = withoutSecrets(text);
  return without === normalText(text) ? readPart(text) : without;
}
