import * as z from 'zod';
import { PhoneNumber } from './cardSearch.ts';

/** That a telephone has said STOP, or takes it back: what the bank sends of its own accord does not go there. */
export const OptOut = z.object({ phone: PhoneNumber, stopped: z.boolean() });
export type OptOut = z.infer<typeof OptOut>;

export const OptOutAnswer = z.object({ noted: z.literal(true) });
export type OptOutAnswer = z.infer<typeof OptOutAnswer>;
