import type { Sentences } from '../dialogs/messages/wording.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { callSentences } from './callSentences.ts';
import { ToldCalls } from './channels/twilio/voice/toldCalls.ts';
import { TwilioCalls } from './channels/twilio/voice/twilioCalls.ts';
import type { Config } from './config.ts';
import type { CarrierSide } from './openCarrier.ts';
import type { Turns } from './turn/turns.ts';

type OpenToldCallsOptions<Found> = {
  config: Pick<Config, 'voices'>;
  carrier: CarrierSide;
  turns: Pick<Turns<Found>, 'tell'>;
  store: Store;
  sentences: Sentences;
  publicUrl: () => string;
  clock: Clock;
};

/** Calls of which the bot begins a step; undefined where the carrier cannot be asked. */
export function openToldCalls<Found>({
  config: { voices },
  carrier,
  ...parts
}: OpenToldCallsOptions<Found>): ToldCalls<Found> {
  const sentences = callSentences(parts.sentences);
  return new ToldCalls({ ...parts, voices, sentences, carrier: new TwilioCalls(carrier) });
}
