import type { Message } from '../message.ts';
import { asides } from './asides.ts';
import { authentication } from './authentication.ts';
import { cardStatus } from './cardStatus.ts';
import { choices } from './choices.ts';
import { general } from './general.ts';
import { handoff } from './handoff.ts';
import { repair } from './repair.ts';
import { secureForm } from './secureForm.ts';
import { unfreeze } from './unfreeze.ts';

const all = {
  ...general,
  ...choices,
  ...cardStatus,
  ...unfreeze,
  ...authentication,
  ...secureForm,
  ...repair,
  ...asides,
  ...handoff,
};

/** Every sentence that a customer reads or hears, by its stable id. */
export type MessageId = keyof typeof all;
export const catalogue: Record<MessageId, Message> = all;
