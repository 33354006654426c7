import type { WayOutClause } from '../../zh-Hans/heard/waysOut.ts';

const day =
  '(?:later(?: on)?|not (?:now|today|tonight|yet|just now|right now|this time)|tomorrow|tonight|another (?:day|time)|some other (?:day|time)|next (?:week|time|month)|one of these days|(?:this|in the) (?:evening|morning|afternoon|weekend)|after work|when i am home|when im home|when i get home|some time else)';
const thing =
  '(?:card|cards|id|ids|passport|wallet|purse|bag|document|documents|papers|phone|it|that|number|permit|id card|bank card)';
const away =
  '(?:at home|at (?:the |my )?(?:office|work|hotel|house|place|parents|mums|moms)|in (?:the|my) (?:office|car|hotel|room|safe|drawer|other (?:bag|jacket|coat|wallet|room|trousers)|house|bag|locker)|at my \\w+|not (?:here|with me|on me|at hand|to hand)|elsewhere|somewhere else|upstairs|in another (?:room|place|bag))';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const waysOut: readonly WayOutClause[] = [
  {
    way: 'later',
    when: new RegExp(
      `^(?:i (?:will|would|can|shall|may|might|prefer to|would rather|rather) |ill |id rather |lets |let us |let me |maybe |perhaps |can we |can i |could we |could i |better )?(?:do (?:it|this|that) |come back |try (?:it )?(?:again )?|finish (?:it|this) |be back |call back |continue |leave it (?:for|till|until) |get back (?:to (?:you|this|it) )?|go on |make it )?${day}$`,
    ),
    takes: 'another day',
    leaves: 'the other day it worked',
  },
  {
    way: 'later',
    when: /^(?:i (?:have|havent|have not|dont have|do not have|got|havent got) no time|i (?:dont|do not|havent|have not)(?: have| got)? (?:the )?time|no time|im (?:driving|busy|at work|in a meeting|on the (?:bus|train|road))|i am (?:driving|busy|at work|in a meeting|on the (?:bus|train|road))|its not a good (?:time|moment)|not a good (?:time|moment)|its a bad time|bad time|i (?:must|have to|need to|gotta|got to) (?:go|leave|run|hang up))(?: (?:right )?now| today| for (?:this|that|it)| at the moment| just now)*$/,
    takes: "I don't have time now",
    leaves: "I don't have my money",
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:oh |but |sorry |well |because |i think )*(?:(?:my|the|it|its|thats|that|both|they|theyre)(?: ${thing})?(?: (?:is|are|was|were|s))?|i (?:have )?(?:left|forgot|keep|kept|put) (?:my |the )?${thing}|ive left (?:my |the )?${thing}|left (?:it|them)) (?:still |currently |all )?${away}(?: (?:right )?now| today| at the moment)*$`,
    ),
    takes: 'it is at home',
    leaves: 'it is at the shop that it was refused',
  },
  {
    way: 'notHere',
    when: new RegExp(
      `^(?:oh |but |sorry |well |because )*(?:i |we )?(?:dont|do not|havent|have not|didnt|did not|aint|not)(?: (?:have|got|bring|carry|carrying|brought|take))*(?: (?:my|the|any|a|that))* ?${thing}(?: number)?(?: (?:with|on|at|near|by)(?: (?:me|hand|us))?)(?: (?:right )?now| today| at the moment)*$`,
    ),
    takes: "I don't have the card with me",
    leaves: "I don't have the card any more",
  },
  {
    way: 'otherWay',
    when: /^(?:oh |but |so |well |ok |sorry )*(?:is there|isnt there|are there|do you have|have you got|have you|can i do (?:it|this)|could i do (?:it|this)|can we do (?:it|this)|may i do (?:it|this))?(?: ?(?:no|not|any|an|a|some|there))* ?(?:other|another|different|alternative|easier|alternate)s?(?: (?:way|ways|method|methods|option|options|possibility|solution|route|means))?(?: (?:to (?:do|prove|verify|confirm|unfreeze|go|solve|fix|get)(?: \w+){0,3}|of doing (?:it|this|that)|around (?:it|this)|round (?:it|this)|then|please|instead|without (?:it|this|that)|for me))*\?*$/,
    takes: 'is there another way?',
    leaves: 'is there another card?',
  },
  {
    way: 'otherWay',
    when: /^(?:what (?:are my )?(?:other )?(?:alternatives|options|else can i do|other (?:ways|options) (?:are there|do i have))|what else can i do|what if i (?:dont|do not|cant|cannot) (?:have|do|give) (?:it|that|this|them)|any alternatives?|(?:can|could|may) i (?:do (?:it|this) )?(?:some other way|otherwise|differently))\?*$/,
    takes: 'what else can I do?',
    leaves: 'what else can you do?',
  },
];

/** Words that may stand alone in a clause beside a way out. */
export const beside: readonly string[] =
  'ok|okay|alright|yes|yeah|no|sorry|please|thanks|thank you|hey|oh|um|well|but|hmm'.split('|');

/** Politeness at either end of a clause. */
export const ends: readonly RegExp[] = [
  /^(?:ok|okay|no|yes|sorry|hey|oh|um|well|then) (?=\S)/,
  / (?:please|thanks|ok|then|sorry|thank you)(?=\?*$)/,
];
