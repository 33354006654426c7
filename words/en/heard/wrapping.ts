/** What people put around what they want, and what changes nothing in it. */
export const wrapping: readonly RegExp[] = [
  /^(?:(?:oh|um+|uh|er+|well|so|now|hey|hi|hello|hiya|good (?:morning|afternoon|evening|day)|excuse me|sorry|look|listen|ok so|sir|madam|dear|yo|ah|actually|then)[ |]+(?=\S))+/g,
  /\b(?:please|pls|plz|plse|kindly|thanks|thank you|thx|ta|cheers|mate|man|bro|dude|sir|madam|maam|boss|guys|just|now|right now|today|asap|immediately|straight away|at once|right away|urgently|then|really|actually|simply|lah|ffs|damn|bloody|fucking|for me|if you can|if possible|would you|will you|ok)\b/g,
  /^[ |]*(?:(?:can|could|may|might|would|will) (?:you|u|we|i)(?: mind)?|(?:i|we) (?:want|wanna|need|wish|would like|d like|have|demand|require|prefer|rather)(?: you| u)?(?: to)?|id (?:like|rather|prefer)(?: you)?(?: to)?|im (?:gonna|going to)|want to|want|need to|need|lets|let us|let me|let s|help me(?: to)?|go and|go ahead and|would you mind|i should be (?:grateful|obliged) if you would|be so kind as to|do|to) (?=\S)/g,
];
