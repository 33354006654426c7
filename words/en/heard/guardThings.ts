import { raw, type TextPattern } from '../../../kit/pattern.ts';
import { cardWords, liftingWords, openingWords, otherCards, things, whichOne } from './guardLists.ts';

/** A thing as the way by which something is to be done: `on my phone`. */
export const ways: readonly TextPattern[] = [
  {
    when: raw`\b(?:over|by|on|via|through|with|using|from|in) (?:the |my |your )?(?:phone|mobile|app|website|site)\b`,
    takes: 'call me on my mobile',
    leaves: 'can someone call me',
  },
  {
    when: raw`\b(?:over|by|on|via|through|with|using|from|in) (?:the |my |your )?(?:computer|internet|home)\b`,
    takes: 'make money from home',
    leaves: 'money was taken from my account',
  },
  {
    when: raw`\b(?:back|at|come|came|coming|got|get|went|go|going) home\b`,
    takes: 'i am back home now',
    leaves: 'my home is locked',
  },
];

/** Things that are no cards of this bank. */
export const notCards: readonly TextPattern[] = [
  {
    when: raw`\b${otherCards} ?cards?\b|\bcredit (?:report|file|score)\b`,
    takes: 'post card',
    leaves: 'lost card',
  },
  {
    when: raw`\bnew (?:\w+ )?cards?\b|\bfirst time\b|\b(?:activate|enable) (?:my |the |a )?credit\b`,
    takes: 'new card please',
    leaves: 'partner card please',
  },
  {
    when: raw`\b(?:came|arrived|come) (?:by|in|with) (?:the )?(?:post|mail)\b|\bpremium\b|\bfeatures?\b`,
    takes: 'unlock premium',
    leaves: 'unlock pdf',
  },
  {
    when: raw`\bun(?:freez|block|lock)\w* (?:error|pop ?ups?)\b`,
    takes: 'unblock pop-ups',
    leaves: 'the error is yours, unblock it',
  },
  {
    when: raw`\blimits?\b|\bfrom (?:apple|google) pay\b|\bfrom my (?:wallet|phone)\b`,
    takes: 'increase limit',
    leaves: 'increase overdraft',
  },
];

/** Things that are no cards at all, and may be named beside one. */
export const otherThings: readonly TextPattern[] = [
  {
    when: raw`\b${things}\b(?!.{0,500}\bcards?\b)`,
    takes: 'unlock my wifi',
    leaves: 'unlock my pin',
  },
  {
    when: raw`qq|\big\b|\bline\b`,
    takes: 'get someone on the line',
    leaves: 'someone in charge',
  },
];

/** What lies on a card, named by itself. */
export const held: readonly TextPattern[] = [
  {
    when: raw`\b(?:the|a|that|this|my|your) (?:freeze|block|hold|restriction|suspension)\b`,
    takes: 'take the freeze off',
    leaves: 'my tablet froze',
  },
];

/** What is called a card. */
export const cardNamed: readonly TextPattern[] = [
  {
    when: raw`\b${cardWords}\b|0`,
    takes: 'block the card',
    leaves: 'unblock the car',
  },
];

/** The thing to be opened, named behind the verb. */
export const thingNamed: readonly TextPattern[] = [
  {
    when: raw`\bun(?:lock|block)\w* (?:my|the|this|that|a|an) (?!${whichOne})[a-z]+`,
    takes: 'unlock my bike',
    leaves: 'ok block my card',
  },
  {
    when: raw`\bun(?:freez|froz)\w* (?:my|the|this|that|a|an) (?!${whichOne})[a-z]+`,
    takes: 'unfreeze my tv',
    leaves: 'unfreeze 4421',
  },
  {
    when: raw`\bun(?:lock|block)\w* (?:his|her|our) (?!${whichOne})[a-z]+`,
    takes: 'unblock her on facebook',
    leaves: 'unblock someone on facebook',
  },
  {
    when: raw`\bun(?:freez|froz)\w* (?:his|her|our) (?!${whichOne})[a-z]+`,
    takes: 'my friend unfroze her card',
    leaves: 'my friend wants her card unfrozen',
  },
];

/** What asks for something. */
export const asked: readonly TextPattern[] = [];

/** What tells of a wrong password. */
export const passwordErrors: readonly TextPattern[] = [
  {
    when: raw`\b(?:wrong\w*|incorrect\w*|mistyp\w*|fingered|tries|attempts)\b|\bpin\b|password|passcode`,
    takes: "no, that's wrong",
    leaves: "no, that's not it",
  },
];

/** Words that mean unfreezing by themselves. */
export const strong: readonly TextPattern[] = [
  {
    when: raw`\b${liftingWords}\b`,
    takes: 'unlock the car',
    leaves: 're-lock the card',
  },
];

/** Words that say unfreezing and nothing else. */
export const plainly: readonly TextPattern[] = [
  {
    when: raw`\bun(?:freez|froz|block|lock|suspend|restrict)\w*`,
    takes: 'unblock my card at once',
    leaves: 'lift the block',
  },
];

/** Words that mean it of a card only. */
export const weak: readonly TextPattern[] = [
  {
    when: raw`\b${openingWords}\w*\b`,
    takes: 'back up a step',
    leaves: 'stuck at this step',
  },
];

/** What makes a weak word mean it. */
export const card: readonly TextPattern[] = [
  {
    when: raw`\b(?:cards?|crad|visa|mastercard|debit|credit|account|it|atm)\b`,
    takes: 'leave it there',
    leaves: 'leave the bank',
  },
];

/** Words that open something. English finds them together with the thing (see `thingNamed`). */
export const opening: readonly TextPattern[] = [];
