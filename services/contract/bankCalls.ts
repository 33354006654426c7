import * as z from 'zod';
import { LastFour } from './card.ts';
import { Channel } from './channels.ts';
import { FreezeReason } from './freezeReason.ts';

/** What the bank is asked about an unfreezing, for its own risk decision. */
export const RiskQuestion = z.object({
  step: z.enum(['request', 'unfreezing']),
  channel: Channel,
  lastFour: LastFour,
  freezes: z.array(FreezeReason),
  phone: z.e164().describe('The registered one'),
  networkAddress: z.string().nullable(),
});

/** The bank's answer. The reason code goes into the audit trail only; no customer hears it. */
export const RiskDecision = z.object({
  decision: z.enum(['allow', 'askMore', 'refuse']),
  reasonCode: z.string().regex(/^[\w.-]{1,64}$/),
});

/** A text to a telephone, for the bank's own sender. */
export const MessageToSend = z.object({ to: z.e164(), body: z.string().min(1) });

/** The sender's id for a message that it has accepted. Any other answer is no promise to deliver it. */
export const MessageTaken = z.object({ id: z.string().min(1).max(256) });
