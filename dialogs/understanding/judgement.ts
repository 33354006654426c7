import type { Scores } from './classifier.ts';
import type { Intent } from './intents.ts';

/**
 * - `picture`, `yes`: a picture or a yes alone, and the wish in it
 * - `noWords`, `noLanguage`: nothing to be read, or in none of the three
 * - `loss`: a loss, a theft or a fraud that is named
 * - `guard`, `otherThings`: what must not be taken as unfreezing, or as asking how
 * - `tooUnsure`: what the model takes it for, and not surely enough
 * - `part`: what a part of it says surely, where the whole says nothing
 * - `model`: what the model takes it for
 */
export type Decider =
  | 'picture'
  | 'yes'
  | 'noWords'
  | 'noLanguage'
  | 'loss'
  | 'guard'
  | 'otherThings'
  | 'tooUnsure'
  | 'part'
  | 'model';

/** What is made of a text, by whom, and how likely each intent is where the model was asked. */
export type Judged = { intent: Intent; confidence: number; by: Decider; scores?: Scores };

/** Surer than this a wish is taken, and nobody is asked. */
export const sure = 0.7;
/** What is less sure than this is not taken for unfreezing but for the next likely. */
export const leastForUnfreezing = 0.6;
