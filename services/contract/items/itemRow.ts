import type { Checked } from '../../../kit/checked.ts';

/** Where an item's sentences stand in the catalogue, by their ids. */
type ItemSentences = {
  ask: string;
  help: string;
  why: string;
  /** Where the customer finds it. */
  where: string;
  /** What it is called in the middle of a sentence. */
  name: string;
  /** What is said before anything is asked for, where it is the only item. */
  instructions: string;
  label: string;
  hint: string;
};

/** What a number is that is not the item's. */
export type OtherNumber = 'telephone' | 'cardNumber';

/**
 * One thing that a customer can have reserved with the bank and be asked for. Every form hides what is typed, and no
 * row can say otherwise.
 */
export type ItemRow<Problem extends string = string> = {
  /** Checks the form of what was typed. Its value is the normal form, which is sealed. */
  check(typed: string): Checked<Problem>;
  /** The sentence for each problem of `check`, for an item that was left empty, and for a number of another kind. */
  problems: Readonly<Record<Problem | 'empty', string> & Partial<Record<OtherNumber, string>>>;
  sentences: ItemSentences;
  /** The attributes of the input that it is typed into (HTML, `input`). */
  field: {
    inputMode: 'numeric' | 'tel' | 'text';
    autoCapitalize: 'none' | 'characters';
    autoComplete: 'off' | 'one-time-code';
  };
  /** On a keypad it is digits; here the last of them may be an X, which the star key gives. */
  lastMayBeX: boolean;
  /** Whether its check takes its time by design, as that of a password does. */
  isCheckedSlowly: boolean;
  /** Whether nobody but the customer knows it. What is printed on something that can be lost or copied is none. */
  isSecret: boolean;
  /** The part of the reserved information that it is compared with. Where that is null, the item is not reserved. */
  reservedAs: string;
};
