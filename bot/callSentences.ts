import type { Sentences } from '../dialogs/messages/wording.ts';
import { regionOf } from '../kit/wordingRegion.ts';
import type { CallSentences } from './channels/twilio/voice/callSentences.ts';

/** A call's own sentences, from the catalogue. */
export function callSentences(sentences: Sentences): CallSentences {
  return {
    say: (id, { language, locale }, facts) =>
      sentences.speech(language, `telephone.${id}`, facts, regionOf(locale)),
    // These sentences are the same in every language, since the caller has not chosen one yet.
    pressFor: (tongue) => sentences.speech('en', `language.press.${tongue}`),
  };
}
