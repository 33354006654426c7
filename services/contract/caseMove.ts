import * as z from 'zod';
import { CardReference } from './card.ts';
import { Channel } from './channels.ts';
import { UserTerminal } from './userTerminal.ts';

/** The move of a case from one channel to a user terminal of another, for the audit trail. */
export const CaseMove = z.object({ card: CardReference, from: Channel, userTerminal: UserTerminal });
export type CaseMove = z.infer<typeof CaseMove>;

export const CaseMoveAnswer = z.object({ noted: z.literal(true) });
export type CaseMoveAnswer = z.infer<typeof CaseMoveAnswer>;
