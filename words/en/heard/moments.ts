import type { Clause } from '../../../kit/pattern.ts';

const minutes = '(?:sec|second|moment|minute|min|mo|tick|bit)s?';
const thing =
  '(?:my |the |your )?(?:\\w+ ){0,2}(?:card|id|passport|wallet|purse|bag|glasses|phone|document|documents|papers|it|number|password|pen)';

/**
 * Clauses that ask for a moment, as `plainText` leaves them: whole ones, each with one that it takes and one that it
 * leaves.
 */
export const pauses: readonly Clause[] = [
  {
    when: new RegExp(
      `^(?:wait|hold on|hang on|hold|bear with me|not so fast|slow down)(?: up| there)?(?: (?:a|one|for a|just a) ${minutes})?$`,
    ),
    takes: 'hold on a second',
    leaves: 'hold my card',
  },
  {
    when: new RegExp(`^(?:just )?(?:a|one|half a|two|0|a couple of|another|a few) ${minutes}$`),
    takes: 'just a moment',
    leaves: 'a moment ago it worked',
  },
  {
    when: new RegExp(
      `^(?:give|gimme|grant|need|i need|i will need|ill need|can i have|let me have)(?: me)?(?: a| one| another| some| a few| 0| two| more| little| bit)+ (?:more )?(?:${minutes}|time)(?: more)?(?: to \\w+(?: \\w+){0,3})?$`,
    ),
    takes: 'give me two minutes',
    leaves: 'give me my money',
  },
  {
    when: new RegExp(
      `^(?:let me|i have to|i need to|i must|ill|i will|im going to|lemme|i am|im)(?: just| quickly| go and| go)? (?:get|getting|find|finding|look for|looking for|fetch|fetching|grab|searching for|search for|think) ?(?:about )?${thing}?(?: first)?$`,
    ),
    takes: 'let me find my passport',
    leaves: 'let me find another bank',
  },
  {
    when: /^(?:ill be|i will be|be|im coming|coming|ill come) (?:right |straight )?back(?: in (?:a|0|two|five|ten|one|few|couple|of|minutes?|mins?|moments?|seconds?|secs?|bit|sec| )+)?$|^brb$/,
    takes: "I'll be back in 5 minutes",
    leaves: 'I want my card back in 5 minutes',
  },
];

/** What may stand around such a clause. */
export const beside: readonly string[] =
  'ok|okay|alright|yes|yeah|sure|sorry|please|pls|thanks|thank you|no|hey|oh|um'.split('|');

/** Politeness at either end of a clause. */
export const ends: readonly RegExp[] = [
  /^(?:ok|okay|yes|sure|sorry|please|pls|oh|um|hey|well|no|can you|could you) (?=\S)/,
  / (?:please|pls|thanks|thank you|ok|sorry|mate)$/,
];
