import * as z from 'zod';
import { AuthenticationRequest, AuthenticationRequestId } from './authenticationRequest.ts';
import { CardReference } from './card.ts';
import { Help } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/** 卡片解冻请求, sent from the user terminal to the processor (patent, step 4). */
export const UnfreezeRequest = z.object({ userTerminal: UserTerminal, card: CardReference });
export type UnfreezeRequest = z.infer<typeof UnfreezeRequest>;

/** `noFrozenCard`: nothing is packaged for this card any more, ask for its status again. */
export const UnfreezeAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('authenticationRequested'), authenticationRequest: AuthenticationRequest }),
  z.object({ outcome: z.literal('notRemote'), help: Help }),
  z.object({ outcome: z.literal('noFrozenCard') }),
]);
export type UnfreezeAnswer = z.infer<typeof UnfreezeAnswer>;

/** How it stands with an authentication request: also what became of an unfreezing whose answer was lost. */
export const UnfreezeRequestState = z.object({
  id: AuthenticationRequestId,
  state: z.enum(['open', 'unfrozen', 'locked', 'over']),
});
export type UnfreezeRequestState = z.infer<typeof UnfreezeRequestState>;
