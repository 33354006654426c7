import type { Checked } from '../../../kit/checked.ts';
import type { PasswordLengths } from './passwordLengths.ts';

/** The ids of an item's sentences in the catalogue. */
type ItemSentences = {
  ask: string;
  help: string;
  why: string;
  /** Says where the customer finds the item. */
  where: string;
  /** The item's name within a sentence. */
  name: string;
  /** Said before anything is asked for, where it is the only item. */
  instructions: string;
  label: string;
  hint: string;
};

/** The other kinds of numbers that are typed instead of an item. */
export type OtherNumber = 'telephone' | 'cardNumber';

/**
 * An item that a customer can have reserved with the bank and be asked for. Every form hides its input; a row cannot
 * change that.
 */
export type ItemRow<Problem extends string = string> = {
  /**
   * Checks the form of a typed text. The value of the result is the normal form, which is sealed.
   * @param lengths those of the bank's passwords
   */
  check(typed: string, lengths?: PasswordLengths): Checked<Problem>;
  /** The sentence for each fault of `check`, for an empty input, and for a number of another kind. */
  problems: Readonly<Record<Problem | 'empty', string> & Partial<Record<OtherNumber, string>>>;
  sentences: ItemSentences;
  /** The attributes of its input (HTML, `input`). */
  field: {
    inputMode: 'numeric' | 'tel' | 'text';
    autoCapitalize: 'none' | 'characters';
    autoComplete: 'off' | 'one-time-code';
  };
  /** On a keypad it is keyed as digits; the last one may be an X, for which the star key is pressed. */
  lastMayBeX: boolean;
  /** Whether its check is slow by design, as that of a password. */
  isCheckedSlowly: boolean;
  /**
   * Whether only the customer knows it. A number that is printed on something that can be lost or copied is not secret.
   */
  isSecret: boolean;
  /** The part of the reserved information that it is compared with; where that is null, the item is not reserved. */
  reservedAs: string;
};
