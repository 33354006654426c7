import type { Clause } from '../../../kit/pattern.ts';

/**
 * What a finger or an ear makes of "freeze" or "unfreeze" so that it may be either, as `plainText` leaves it; each with
 * one that it takes and one that it leaves. Nobody is taken at such a word: they are asked which they mean.
 */
export const freezeSlips: readonly Clause[] = [
  {
    when: /^(?:(?:please|pls|hi|hello|hey|ok|can|could|you|u|i|want|need|like|would|to|help|me|so|just|kindly|yes)[ |])*(?:and|on|an|in|en|one|own|um|uhm|am|im|hand|ann|anne|aunt|under|onto|un|on the|in the|and then|oven) (?:the )?(?:freez|froz|block|lock)\w*|^undo (?:freez|froz|block|lock)\w*/,
    takes: 'on freeze my card',
    leaves: 'freeze my card',
  },
  {
    when: /\b(?:en|in|an|on|im|am|em|om|hun|a|and)(?:freez|froz)\w*|\b(?:inblock|onblock|anblock|umblock|enblock|inlock|onlock|anlock|umlock)(?:ed|ing)?\b/,
    takes: 'please infreeze it',
    leaves: 'please unfreeze it',
  },
  {
    when: /\bfree (?:my|the|this) (?:\w+ )?card\b/,
    takes: 'free my card',
    leaves: 'free up my card',
  },
];
