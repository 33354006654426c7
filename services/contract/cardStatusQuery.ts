import * as z from 'zod';
import { CardReference } from './card.ts';
import { UnfreezeInstructions } from './unfreezeInstructions.ts';
import { UserTerminal } from './userTerminal.ts';

/** 卡片状态查询请求, from the user terminal to the customer-service terminal (patent, step 1). */
export const CardStatusQuery = z.object({ userTerminal: UserTerminal, card: CardReference });
export type CardStatusQuery = z.infer<typeof CardStatusQuery>;

/** The answer to a card status query. Unknown, active and closed cards all get `noFrozenCard`. */
export const CardStatusAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('noFrozenCard') }),
  z.object({ status: z.literal('frozen'), instructions: UnfreezeInstructions }),
]);
export type CardStatusAnswer = z.infer<typeof CardStatusAnswer>;
