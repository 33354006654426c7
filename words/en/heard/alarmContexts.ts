import type { ContextWords } from '../../zh-Hans/heard/alarmContexts.ts';

const relative =
  '(?:wife|husband|son|daughter|mother|father|mum|mom|dad|partner|brother|sister|boyfriend|girlfriend)';

export const contexts: readonly ContextWords[] = [
  {
    context: 'wantsIt',
    when: new RegExp(`\\b(?:was|its|but|is) my ${relative}\\b`),
    takes: 'not me, it was my wife',
    leaves: 'my wife did not do it',
  },
  {
    context: 'ownsUp',
    when: /(?<!\b(?:no way|think|thought|thinks|if|not|never|pretend\w*) (?:that )?)\b(?:it|that|this|yes|yeah|yep|only|just) ?(?:was|is|s|were)? (?:only |just |all |really )?(?:me|myself)\b/,
    takes: 'yes it was me',
    leaves: 'no way that was me',
  },
  {
    context: 'ownsUp',
    when: /^(?:its |thats |only |just )?me(?: \w+){0,2}$/,
    takes: 'me',
    leaves: 'tell me',
  },
  {
    context: 'ownsUp',
    when: /\bi (?:did|unfroze|unblocked|unlocked|requested|asked for|ordered|authori[sz]ed|approved) (?:it|that|this|the card|my card|for it|to)\b|\bi (?:unfroze|requested|ordered|authori[sz]ed|approved)(?:$|[|?])/,
    takes: 'I did that, thanks',
    leaves: 'I did not do that',
  },
  {
    context: 'wantsIt',
    when: /(?:^|[|?]|\b(?:please|pls|and|but|want to|need to|now) )(?:unfreeze|unblock|unlock) (?:it|my|the|that|this|again|please)\b/,
    takes: 'not me but unfreeze it please',
    leaves: 'I did not ask you to unfreeze it',
  },
  {
    context: 'asks',
    when: /\b(?:how (?:do|can|to|would|could|long|much|many|does)|can (?:i|we)|could (?:i|we)|may i|is it possible|what if|what happens|should i|would it|will it|if i|when i|do i have to)\b/,
    takes: 'how do I freeze it',
    leaves: 'freeze it',
  },
  {
    context: 'asks',
    when: /\bis (?:this|it|that) (?:\w+ ){0,2}(?:scam|fraud|phishing|hack)\b|^(?:a |some )?(?:scam|fraud|phishing|hack(?:er|ed)?)\?/,
    takes: 'is this a scam',
    leaves: 'this is a scam',
  },
  {
    context: 'noFreeze',
    when: /\b(?:dont|do not|not|never|please no|no more) (?:ever )?(?:freez\w*|block|lock)\b/,
    takes: 'do not freeze it again',
    leaves: 'I did not do that, freeze it',
  },
  {
    context: 'noReport',
    when: /\b(?:get|got|receiv\w*|arriv\w*) (?:\w+ ){0,3}(?:code|link|letter|card|sms|text|message)\b|^(?:thanks?|thank you|great|good|perfect|cool|nice|super|wonderful|finally)\b/,
    takes: 'I did not get the link',
    leaves: 'I did not get it unfrozen',
  },
  {
    context: 'atOnce',
    when: /\b(?:now|asap|immediately|quick\w*|hurry|urgent\w*|at once|please)\b/,
    takes: 'can I have it frozen now',
    leaves: 'can I have it frozen later',
  },
];
