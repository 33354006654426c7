import type { YesPart } from '../../zh-Hans/heard/yes.ts';

/** Phrases, as `plainText` leaves them, by what they do in a yes. */
export const yes: Readonly<Record<YesPart, readonly string[]>> = {
  yes: [
    'yes|yes it is|yes i can|yeah|yea|yeh|ye|yep|yup|yah|ya|yess|yesh|yees|yse|yus|y|aye|uh huh|mhm|affirmative|roger|roger that',
    'ok|okay|okayy|okey|okk|okie|oki|okie dokie|okey dokey|okok|k|kk|alright|all right|sure|sure thing|sure do|fine|fine by me|fine with me',
    'ok by me|ok with me|im ok with that|im fine with that|i am fine with it|im happy with that|good with me|suits me|thatll work|works for me',
    'of course|certainly|definitely|absolutely|surely|for sure|totally|naturally|obviously|indeed|indeed it is|by all means|most certainly',
    'correct|thats correct|that is correct|thats right|that is right|quite right|quite so|just so|its right|its correct|it is correct|true|thats true',
    'exactly|precisely|spot on|agreed|i agree|accept|i accept|accepted|approve|approved|i approve|i consent|granted|deal|done deal',
    'i confirm|confirm|confirmed|i say yes|my answer is yes|the answer is yes|i do|i will|i would|i am sure|im sure|im ready|i am ready|ready',
    'go|go go|go ahead|go on|go for it|right ahead|carry on|keep going|continue|proceed|can proceed|can do|can can|can lah|ok can|ya can|begin|start',
    'do it|do that|do so|just do it|please do|pls do|plz do|lets do it|lets do that|lets do this|lets go|lets|lets start|lets begin|lets proceed|lets continue',
    'you can|you may|you can do it|you can do that|you may do so|you bet|you betcha|good to go|gladly|happy to|with pleasure|id be glad',
    'that would be great|that would be good|that would be lovely|that would be fine|that would be nice|thatd be great|thats fine|thats ok|thats okay',
    'sounds good|id like that|i would like that|id love that|id love to|id be happy to|i want that|i want it|i do want that',
    'no problem|no problem at all|not a problem|no prob|np|no objection|no objections|no issue|why not|sure why not',
    'shi|shi de|shide|shi a|hao|hao de|haode|hao ba|hao a|dui|dui de|dui a|keyi|ke yi|keyi de|queren|que ren|mei wenti|mei cuo|tongyi|tong yi|xing',
  ].flatMap((line) => line.split('|')),
  wish: [
    'unfreeze|unblock|unlock|unfreezing|reactivate|lift the freeze|lift the block|remove the freeze|remove the block',
    'i want it unfrozen|i would like it unfrozen|id like it unfrozen|i need it unfrozen|get it unfrozen|have it unfrozen|i want my card unfrozen|id like my card unfrozen|i need my card unfrozen',
    'i want it unblocked|id like it unblocked|i need it unblocked|i want it unlocked|i want my card unblocked|i want my card unlocked',
  ].flatMap((line) => line.split('|')),
  mine: [
    'that one|this one|the one|the very one|that is the one|thats the one|this is the one|thats the card|that is the card|this is the card|thats my one',
    'it is my card|its my card|that is my card|thats my card|this is my card|it is mine|its mine|that is mine|thats mine|this is mine|mine',
    'the one ending|the one ending in|the one ending with|the card ending|the card ending in|the card ending with|card ending|card ending in|ending|ending in|ending with',
  ].flatMap((line) => line.split('|')),
  haste: [
    'now|right now|asap|as soon as possible|as soon as you can|quickly|quick|fast|hurry|hurry up|immediately|straight away|right away|at once|urgent|urgently|its urgent|im in a hurry|i need it now|today',
  ].flatMap((line) => line.split('|')),
  please: ['please|pls|plz|plse|kindly'].flatMap((line) => line.split('|')),
  thanks: [
    'thanks|thank you|thank you very much|thank you so much|thanks so much|thanks very much|many thanks|thx|tks|ta|cheers|much appreciated',
  ].flatMap((line) => line.split('|')),
  beside: [
    'oh|ah|uh|um|umm|erm|er|hmm|well|hi|hello|hey|then|just|actually|finally|at last|sir|madam|maam|miss|mate|man|bro|dude|boss|dear|lah|la',
    'it|that|this|for me|my card|the card|this card|that card|card|my visa|my debit card|my bank card|it is|thats it|i am|i want to|i would like to|id like to|its me|thats me|to that|to this|to it',
    'great|perfect|lovely|wonderful|excellent|good|brilliant|very good|very well|cool|right|no worries|thats good',
  ].flatMap((line) => line.split('|')),
  asks: [
    'can you|could you|would you|will you|can u|could u|would you mind|help me|help me to|go ahead and|go on and|i want you to|i would like you to|id like you to|i need to|i need you to|i wish to|want to',
  ].flatMap((line) => line.split('|')),
};

/** What is made of words of a yes alone, and is none: it mocks, asks, goes back on it or tells of something else. */
export const noYes: readonly string[] = [
  'yeah right|yea right|yeh right|ya right|yep right|ok right|yeah yeah|ya ya|yeah great|oh sure',
  'sure sure|sure great|fine thanks|fine thank you|fine ta|fine cheers|good thanks|yes hello',
  'sure it is|you may go|you can go|thank you indeed|thanks indeed',
].flatMap((line) => line.split('|'));
