import { raw, type TextPattern } from '../../../kit/pattern.ts';
import {
  beforeNoun,
  freezeBefore,
  freezeBehind,
  freezingVerb,
  keptThings,
  liftBehind,
  losing,
  losingOrStealing,
  negations,
  nobody,
  notDone,
  ofFraud,
  stolen,
  takingBack,
  turning,
  wishing,
  words,
} from './guardLists.ts';

/** Words that name a loss, a theft or a fraud and mean none: taken out before anything is looked for. */
export const harmless: readonly TextPattern[] = [
  {
    when: raw`\b${losing} ${words(2)}${keptThings}\b|\b${negations} ${words(2)}${losingOrStealing}\b`,
    takes: 'lost my temper',
    leaves: 'lost my card',
  },
  {
    when: raw`\b(?:im|i am|we are|feel|totally|completely) (?:so |totally |completely |a bit )?lost\b`,
    takes: "i'm lost, what now",
    leaves: 'lost card what now',
  },
  {
    when: raw`\b(?:is|are|isnt|if|not|sounds?) ${words(4)}(?:scam\w*|fraudster|phishing|hackers?)\b`,
    takes: 'are you a scam',
    leaves: 'you are a star',
  },
  {
    when: raw`\b(?:looks?|seems?|a|trying) ${words(4)}(?:scam\w*|fraudster|phishing|hackers?)\b`,
    takes: 'is this a scam',
    leaves: 'is this area safe',
  },
  {
    when: raw`\b${takingBack} ${words(3)}(?:loss|lost)(?: \w+)?(?: report)?\b`,
    takes: 'undo loss report',
    leaves: 'report of loss',
  },
  {
    when: raw`\bloss report ${words(2)}(?:cancel\w*|withdraw\w*)\b|\breport of loss\b`,
    takes: 'loss report cancel',
    leaves: 'cancel the loss report',
  },
  {
    when: raw`\b(?:thought|thinking|assumed|believed|figured) ${words(4)}(?:lost|stolen|missing|gone)\b`,
    takes: 'I thought it was stolen',
    leaves: 'I thought of you',
  },
  {
    when: raw`(?<!\bfrom (?:the |your |our |my )?(?:bank )?)\bfraud ${ofFraud}\b`,
    takes: 'the fraud team froze it',
    leaves: 'a man from your fraud team wanted my card number',
  },
];

/** A loss, a theft or a fraud. */
export const losses: readonly TextPattern[] = [
  {
    when: raw`\b${stolen}\b|\b(?:lost|lsot|lose|missing|mislaid|misplaced)\b`,
    takes: 'i lost my card',
    leaves: 'defrost my card lol',
  },
  {
    when: raw`\b(?:some(?:body|one)|thief|he|they|man)s? (?:has )?(?:taken|took) my (?:wallet|purse|bag|card)\b`,
    takes: 'somebodys taken my wallet',
    leaves: 'somebody took my order',
  },
  {
    when: raw`\b(?:card|wallet|purse|bag|handbag|visa) (?:(?:is|was|has|are) (?:\w+ )?)?gone\b(?! (?:through|dead))`,
    takes: 'my card is gone',
    leaves: 'my card is cloned',
  },
  {
    when: raw`\bcant (?:seem to |even )?(?:find|locate) (?:my|the|that) (?:\w+ )?(?:card|wallet|purse|visa)\b`,
    takes: 'cant locate my card',
    leaves: 'i cannot locate my bank card',
  },
  {
    when: raw`\b(?:cannot|couldnt) (?:seem to |even )?(?:find|locate) (?:my|the|that) (?:\w+ )?(?:card|wallet|purse)\b`,
    takes: 'i cannot find my wallet',
    leaves: 'i cant find my card',
  },
  {
    when: raw`\b(?:not|wasnt|isnt|arent) (?:made )?by me\b`,
    takes: 'it was unfrozen but not by me',
    leaves: 'has it by now been unfrozen',
  },
  {
    when: raw`\b(?:payment|charge|transaction|purchase|withdrawal)s?\b.{0,500}\b(?:not|isnt|arent|wasnt) (?:mine|me)\b`,
    takes: "that purchase wasn't me",
    leaves: 'it wasnt my purchase',
  },
  {
    when: raw`\b(?:was not|wasnt) me\b|\b(?:didnt|did not|never|havent) (?:\w+ )?${notDone}(?![a-z])`,
    takes: 'that wasnt me',
    leaves: 'what was that',
  },
];

/** Words of a wish to freeze. A Chinese one behind 解 takes a freeze away, and is none. */
export const freezes: readonly TextPattern[] = [
  {
    when: raw`\b(?:make|keep|leave) (?:it|(?:my|the|this) card) (?:frozen|locked|blocked)\b`,
    takes: 'make it frozen again',
    leaves: 'it is frozen again',
  },
  {
    when: raw`\b(?:re ?)?(?:freez|block|lock|suspend|stop|disabl|deactivat|cancel|report)\w*\b`,
    takes: '個app話我張卡locked',
    leaves: 'unlock我張卡',
  },
];

/** A freeze that is wished for. */
export const refreezing: readonly TextPattern[] = [
  {
    when: raw`(?<!\b${beforeNoun} )\b(?:freeze|block|lock|suspend) (?:my|the|it)\b(?!${liftBehind})`,
    takes: 'kindly block the card ending 3321',
    leaves: 'remove the block the bank has set',
  },
  {
    when: raw`${wishing} (?:my|the|it) (?:\w+ )?(?:to )?${freezingVerb}\b(?!${liftBehind})`,
    takes: 'allow my account to freeze',
    leaves: 'i dont need the freeze any more',
  },
  {
    when: raw`\bback on (?:ice|hold)\b`,
    takes: 'I want it back on ice',
    leaves: 'I want it off the ice',
  },
  {
    when: raw`(?<!\b(?:i|he|she|got|was) )\b${turning}\w* (?:\w+ ){0,3}off\b(?!${freezeBehind})(?<!${freezeBefore})`,
    takes: 'turn off the tv',
    leaves: 'turn on the tv',
  },
  {
    when: raw`\b${nobody}\b`,
    takes: 'dont let anyone use my card',
    leaves: "don't unfreeze my card",
  },
  {
    when: raw`\b(?:re ?freez|re ?block|re ?lock)\w*`,
    takes: 'relock my card',
    leaves: 'lock my card',
  },
  {
    when: raw`\b(?:freeze|block|lock) (?:it|my card|the card|card) (?:again|back|up)`,
    takes: 'freeze it back',
    leaves: 'freeze it',
  },
  {
    when: raw`\b(?:put|slap|place|set) (?:a |the |another |my )?(?:freeze|block|hold|lock|stop)\b(?!${liftBehind})`,
    takes: 'put a stop on it',
    leaves: 'i want a stop put on my account',
  },
];

/** What tells that a loss is over, or was none: it ends no report, and makes a question of a wish beside one. */
export const overcome: readonly TextPattern[] = [
  {
    when: raw`\b(?:found|located|recovered|turned up|showed up|handed (?:it |them )?(?:back|in))\b`,
    takes: 'I reported it lost and have found it',
    leaves: 'where is the lost and finder',
  },
  {
    when: raw`\bfalse alarm\b|\bturn(?:s|ed)? out\b|\ball along\b`,
    takes: 'it was in my coat all along',
    leaves: 'not at all',
  },
  {
    when: raw`\b(?:gave|brought|got|sent|given|returned) (?:\w+ ){0,4}back\b`,
    takes: 'the school sent it back',
    leaves: 'the back of my card',
  },
  {
    when: raw`\bit was (?:me|mine|us)\b|\b(?:that|those|they) (?:was|were|are) (?:me|mine|my own)\b|\bnever left\b`,
    takes: 'I thought it was fraud but it was me',
    leaves: 'it was not me',
  },
];
