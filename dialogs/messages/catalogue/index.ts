import { languages } from '../../../kit/language.ts';
import { asides } from './asides.ts';
import { authentication } from './authentication.ts';
import { cardStatus } from './cardStatus.ts';
import { choices } from './choices.ts';
import { general } from './general.ts';
import { handoff } from './handoff.ts';
import { items } from './items.ts';
import type { Message } from './message.ts';
import { messaging } from './messaging.ts';
import { moving } from './moving.ts';
import { repair } from './repair.ts';
import { report } from './report.ts';
import { secureForm } from './secureForm.ts';
import { secureLink } from './secureLink.ts';
import { spoken } from './spoken.ts';
import { telephone } from './telephone.ts';
import { unfreeze } from './unfreeze.ts';

const all = {
  ...general,
  ...choices,
  ...cardStatus,
  ...unfreeze,
  ...authentication,
  ...items,
  ...secureForm,
  ...secureLink,
  ...telephone,
  ...messaging,
  ...moving,
  ...repair,
  ...asides,
  ...handoff,
  ...report,
};

/** Every sentence that a customer reads or hears, by its stable id. */
export type MessageId = keyof typeof all;
export const catalogue: Record<MessageId, Message> = Object.fromEntries(
  Object.entries(all).map(([id, message]) => [id, withSpeech(message, spoken[id])]),
) as Record<MessageId, Message>;

function withSpeech(message: Message, speech: (typeof spoken)[string] | undefined): Message {
  if (speech === undefined) return message;
  const wordings = languages.map((language) => [
    language,
    { ...message[language], speech: speech[language] },
  ]);
  return Object.fromEntries(wordings) as Message;
}
