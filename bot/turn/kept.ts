import type { ChannelForm, DeliveryArrival } from './channelForm.ts';
import type { ConversationReference } from './conversationReference.ts';
import type { Delivery, HeardDelivery, Sealed } from './delivery.ts';
import type { DeliveryRow } from './turnTables.ts';

/** The part of a delivery that is stored until it is answered, so that its turn can be repeated. It holds no secret. */
export type Kept<Found> = {
  heard?: HeardDelivery<Found>;
  /** What its channel has left when it arrived. */
  receipt?: string;
  /** The conversation, where no channel delivers the same once more. */
  reference?: ConversationReference;
  locale?: string;
};

/** A delivery, with the part of it that may be stored. */
type Keepable = { delivery: Delivery; form: Pick<ChannelForm<never>, 'isRecovered'> };

export const Kept = {
  /** This product wrote it, so that its shape is known; of one that was answered nothing is left. */
  of<Found>({ kept }: Pick<DeliveryRow, 'kept'>): Kept<Found> {
    return kept === null ? {} : JSON.parse(kept);
  },

  /**
   * The whole delivery, so that it can be done again. Nothing is kept of what the bot itself has found, because whoever
   * found it tells it again.
   */
  whole<Found>(
    taking: Keepable & { own?: Found },
    { kept }: Pick<Sealed<Found>, 'kept'>,
    { receipt }: DeliveryArrival,
  ): string | null {
    if (taking.own !== undefined) return null;
    return JSON.stringify({ heard: kept, ...(receipt !== undefined && { receipt }), ...whereTo(taking) });
  },

  /** The address for an answer that has to be sent; all else that is needed is stored with it. */
  toSend(taking: Keepable): string | null {
    return taking.form.isRecovered ? JSON.stringify(whereTo(taking)) : null;
  },
};

function whereTo({
  delivery: { reference, locale },
  form,
}: Keepable): Pick<Kept<never>, 'reference' | 'locale'> {
  return form.isRecovered ? { reference, ...(locale !== undefined && { locale }) } : {};
}
