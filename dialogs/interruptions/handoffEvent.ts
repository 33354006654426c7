import { type Activity, ActivityTypes, EventFactory, type TurnContext } from 'botbuilder';
import type { CaseId } from '../../services/contract/handoff.ts';
import type { HandoffPacket } from '../../services/contract/handoffPacket.ts';

/** The Bot Framework's handoff event, `handoff.initiate`, for an agent hub or a bank's own page that listens for it. */
export function initiation(
  turnContext: TurnContext,
  { transcript, ...context }: HandoffPacket,
  caseId: CaseId,
): Partial<Activity> {
  const activities = transcript.map(({ from, text }) => ({
    type: ActivityTypes.Message,
    from: { id: from, name: from, role: from === 'bot' ? 'bot' : 'user' },
    text,
  }));
  const event = EventFactory.createHandoffInitiation(turnContext, { ...context, caseId }, {
    activities,
  } as Parameters<typeof EventFactory.createHandoffInitiation>[2]);
  return { ...event, channelData: { thawline: { messageId: 'handoff.initiate', caseId } } };
}
