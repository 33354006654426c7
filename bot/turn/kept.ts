import type { ConversationReference } from './conversationReference.ts';
import type { Heard } from './delivery.ts';
import type { DeliveryRow } from './turnTables.ts';

/** What is kept of a delivery until it is answered, so that its turn can be done again. No secret stands in it. */
export type Kept<Found> = {
  heard?: Heard<Found>;
  /** What its channel has left when it arrived. */
  receipt?: string;
  /** Where nobody delivers it once more. */
  reference?: ConversationReference;
  locale?: string;
};

export const Kept = {
  /** This product wrote it, so that its shape is known; of one that was answered nothing is left. */
  of<Found>({ kept }: DeliveryRow): Kept<Found> {
    return kept === null ? {} : JSON.parse(kept);
  },
};
