import { speech } from '../dialogs/messages/wording.ts';
import type { CallSentences } from './channels/twilio/voice/callSentences.ts';

/** A call's own sentences, from the catalogue. */
export const callSentences: CallSentences = {
  say: (id, language, facts) => speech(language, `telephone.${id}`, facts),
  // The same in every language: nobody has chosen one yet.
  pressFor: (tongue) => speech('en', `language.press.${tongue}`),
};
