import type { Respelling } from '../../zh-Hans/heard/spelling.ts';

/** The words that decide, and that nobody in a hurry spells right. */
export const deciding: readonly string[] = [
  ...['unfreeze', 'unfrozen', 'unfroze', 'unblock', 'unblocked', 'unlock', 'unlocked', 'reactivate'],
  ...['freeze', 'frozen', 'blocked', 'locked', 'stolen', 'declined', 'rejected', 'suspended', 'restricted'],
  ...[
    'cancel',
    'agent',
    'operator',
    'representative',
    'english',
    'chinese',
    'cantonese',
    'language',
    'password',
  ],
];
/** Words that are one slip away from those and mean something else. */
export const wellSpelt: readonly string[] = [
  'looked',
  'licked',
  'lacked',
  'linked',
  'cancer',
  'freezer',
  'agents',
  'agenda',
];

export const mistyped: readonly Respelling[] = [];

/** What is said in a roundabout way. */
export const roundabout: readonly Respelling[] = [
  [/\b(?:(?:cant|couldnt|wont|wouldnt|why dont) (?:you|u)|(?:can|could) (?:you|u) not)\b/g, 'can you'],
  [/\bdont hesitate to\b/g, 'please'],
];

/** Words that are written in two. */
export const parted: readonly Respelling[] = [
  [/\b(un|re|de)[\s\p{Pd}]+(?=freez|froz|block|lock|activat|enabl)/gu, '$1'],
];

export const dateSigns: string = '';
