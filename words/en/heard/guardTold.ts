import { raw, type TextPattern } from '../../../kit/pattern.ts';
import {
  afterwardsEnglish,
  allowing,
  beingDone,
  fillersOfPeople,
  fillersOfUndoing,
  frozenBefore,
  frozenBehind,
  lifting,
  liftingOf,
  madeTo,
  notOrWho,
  onceMore,
  people,
  pressed,
  requested,
  strangers,
  triedOrTyped,
  undoing,
  unfrozen,
  wished,
  wishedOrMay,
  words,
} from './guardLists.ts';

/** Unfreezing that somebody else did, or that is over and done: it is told of, not asked for. */
export const toldOf: readonly TextPattern[] = [
  {
    when: raw`\b${lifting} your (?:\w+ )?(?:card|account)\b`,
    takes: 'a text says unfreeze your card here',
    leaves: 'unfreeze my card here',
  },
  {
    when: raw`\b(?:freeze|block|hold|lock) (?:came|went|has come|has gone) (?:\w+ )?(?:off|away)\b`,
    takes: 'the block came off by itself',
    leaves: 'the block should come off',
  },
  {
    when: raw`\bdid (?!you |it )(?:\w+ ){1,3}${lifting}`,
    takes: 'did anyone unblock it',
    leaves: 'dont unblock it',
  },
  {
    when: raw`\b(?:my|a|some|the) \w+ (?:keeps?|kept|is|was|tries|tried|tryin\w*|went)(?: to| and)? ${lifting}`,
    takes: 'my card was unfrozen without me',
    leaves: 'can i get it unfrozen without my id card',
  },
  {
    when: raw`\b${undoing}(?: ${fillersOfUndoing}){0,4} (?:unfreez|unblock|unlock)\w*`,
    takes: 'undo the unfreeze',
    leaves: 'undo the freeze',
  },
  {
    when: raw`\b${strangers} ${words(3)}${triedOrTyped} ${words(3)}(?:pin|pins|password|code)\b`,
    takes: 'somebody tried wrong PINs on my card',
    leaves: 'somebody copied my card',
  },
  {
    when: raw`\b${pressed}(?: on| the| button){0,3} (?:unfreez|unblock|unlock)\w*`,
    takes: 'i hit unfreeze by mistake',
    leaves: 'my mistake, unfreeze my card',
  },
  {
    when: raw`\b(?:unfreez|unblock|unlock|unfroze)\w* ${words(3)}(?:by mistake|by accident|accidentally)`,
    takes: 'i chose unfreeze by accident',
    leaves: 'how could i unfreeze my account',
  },
  {
    when: raw`\baccidentally ${words(2)}(?:unfr|unbl|unl)\w*`,
    takes: 'i accidentally unlocked it',
    leaves: 'was my card blocked accidentally',
  },
  {
    when: raw`\b${people}(?: ${fillersOfPeople}){0,9} ${unfrozen}\b`,
    takes: 'who unlocked it',
    leaves: 'who exactly unlocked it',
  },
  {
    when: raw`\b${beingDone} (?:\w+ )?${unfrozen}\b(?<!${wished})`,
    takes: 'was it unfrozen',
    leaves: 'was it ever unfrozen',
  },
  {
    when: raw`\b(?:is|are|was|has|have|did|does) ${words(4)}${unfrozen}\b(?<!${wishedOrMay})`,
    takes: 'is it unfrozen yet',
    leaves: 'it is frozen unfreeze it',
  },
  {
    when: raw`\b${notOrWho} ${words(6)}${lifting}|\b${afterwardsEnglish} ${words(4)}${lifting}`,
    takes: 'never unfreeze it',
    leaves: 'unfreeze it',
  },
  {
    when: raw`\b${madeTo} (?:me|us|him|her)(?: to| into)? ${words(2)}${lifting}`,
    takes: 'somebody made me unfreeze it',
    leaves: 'nobody but me may unfreeze it',
  },
  {
    when: raw`\b${allowing} ${words(4)}${liftingOf}\b(?<!${requested})`,
    takes: 'request unfreeze',
    leaves: 'not unfreeze',
  },
];

/** Whether it was unfrozen is asked, which is about the card's status. */
export const stateAsked: readonly TextPattern[] = [
  {
    when: raw`^(?:so |and )?(?:is|are) (?:my |the |this )?(?:card|account|it) (?:open|back|active|usable|working)\b`,
    takes: 'is my card active',
    leaves: 'is my card still active',
  },
  {
    when: raw`^(?:so |and |but )?(?:is|are|has) (?!anyone|someone|somebody)${words(5)}${unfrozen}\b(?!.{0,500}\bby\b)`,
    takes: 'is it unblocked now',
    leaves: 'it is blocked',
  },
  {
    when: raw`^(?:so |and |but )?have (?!anyone|someone|somebody)${words(5)}${unfrozen}\b(?!.{0,500}\bby\b)`,
    takes: 'have my card unblocked',
    leaves: 'please have my card unblocked',
  },
  {
    when: raw`^(?:so |and |but )?(?:was|did) (?!anyone|someone|somebody)${words(5)}${unfrozen}\b(?!.{0,500}\bby\b)`,
    takes: 'did it get unblocked',
    leaves: 'how did he get it unblocked',
  },
];

/** A card that is said to be somebody else's. */
export const ofOthers: readonly TextPattern[] = [
  {
    when: raw`\b(?:can|could|may|should) my (?!cards?\b|account|bank\b|debit|credit|visa)\w+ un(?:freez|block|lock)\w*`,
    takes: 'can my son unfreeze it for me',
    leaves: 'can you unfreeze it for me',
  },
  {
    when: raw`\b(?:can|could|may|should) my (?!cards?\b|account|bank\b|debit|credit|visa)\w+ (?:lift|re ?activat)\w*`,
    takes: 'can my son lift the block',
    leaves: 'can my card be used',
  },
];

/** A first use, which is no unfreezing: nothing was frozen. */
export const firstUse: readonly TextPattern[] = [
  {
    when: raw`\bactivat\w*\b(?<!\bre ?activat\w*)(?!.{0,200}${onceMore})(?<!${frozenBefore})(?!${frozenBehind})`,
    takes: '幫我activate張卡',
    leaves: '幫我activate返張卡',
  },
];
