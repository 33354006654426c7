import { raw, type TextPattern } from '../../../kit/pattern.ts';
import {
  fearing,
  fillersOfRefusal,
  freezeStands,
  isOrCan,
  keeping,
  liftedState,
  lifting,
  noCauseTo,
  noLonger,
  notNeeded,
  notWanting,
  words,
  wrongAndLocked,
} from './guardLists.ts';

/** Unfreezing that is refused. */
export const refused: readonly TextPattern[] = [
  {
    when: raw`\bunder no circumstances? (?:should you |may you |do )?${lifting}`,
    takes: 'under no circumstances unlock it',
    leaves: 'under what circumstances do you unlock it',
  },
  {
    when: raw`(?<!\b${noCauseTo} (?:.{0,40} )?)\b${keeping}\w*(?: \w+){0,3} ${freezeStands}\b`,
    takes: 'keep it frozen',
    leaves: 'make my frozen card work again',
  },
  {
    when: raw`${lifting} (?:nothing|none|no cards?)\b`,
    takes: 'unfreeze nothing',
    leaves: 'unfreeze my card',
  },
  {
    when: raw`\b(?:decided|advise|am|vote) against (?:\w+ )?${lifting}`,
    takes: 'i decided against unblocking',
    leaves: 'decided against it',
  },
  {
    when: raw`\b(?:hate|hold off|rather you didnt|no reason|not ready) (?:\w+ ){0,4}${lifting}`,
    takes: 'hold off on unfreezing',
    leaves: "hold on don't unfreeze yet",
  },
  {
    when: raw`\b${noLonger} ${words(5)}${lifting}`,
    takes: 'what do you ask before you unfreeze',
    leaves: 'what will you ask me when i unfreeze',
  },
  {
    when: raw`${lifting} ${words(4)}${notNeeded}\b`,
    takes: 'unfreezing can wait',
    leaves: 'i want unfreezing',
  },
  {
    when: raw`\b${notWanting}(?: ${fillersOfRefusal})* ${lifting}`,
    takes: "don't unlock it",
    leaves: 'unlock it',
  },
  {
    when: raw`\b(?:freeze|block|hold|lock) (?:to |should |must |can |may )?(?:stays?|remains?)\b`,
    takes: 'lock stays on',
    leaves: 'lipstick that stays on',
  },
  {
    when: raw`${lifting}(?: \w+){0,3} (?:no|not now|not yet|never|later|another day)\b`,
    takes: 'unfreeze not now',
    leaves: 'not unfreeze now',
  },
  {
    when: raw`\b(?:unfreezing|unblocking|unlocking)(?: it| my card)? ${isOrCan}\b`,
    takes: 'unblocking can wait',
    leaves: 'explain unblocking',
  },
  {
    when: raw`\b(?:not|dont) (?:be )?(?:want |like |need )?(?:it |my card |the card )?(?:to be )?${liftedState}\b`,
    takes: "i don't want it unfrozen",
    leaves: 'i want unfrozen',
  },
  {
    when: raw`\b(?:do not|never) (?:be )?(?:want |like |need )?(?:it |my card |the card )?(?:to be )?${liftedState}\b`,
    takes: 'i do not want my card unfrozen',
    leaves: 'i want my card unfrozen',
  },
];

/** Wrong passwords that are asked about, feared or denied: none was given. */
export const noPasswordError: readonly TextPattern[] = [
  {
    when: raw`\b(?:pin|pins|password|passcode|code)\b.{0,500}\bwhat (?:now|then|if|happens)\b`,
    takes: 'my pin is blocked, what now',
    leaves: 'my pin is blocked, what do i do now',
  },
  {
    when: raw`\b${fearing}\b ${words(6)}(?:pin|pins|password|passcode|code)\b(?!${wrongAndLocked})`,
    takes: 'never had a wrong PIN',
    leaves: 'blocked after wrong pin',
  },
];
