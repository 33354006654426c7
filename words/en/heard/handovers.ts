/** The bot is wished for again: each a whole message, or the end of one that only asks for it. */
export const toBot: readonly RegExp[] = [
  /\b(?:back to|return to|talk to|go on with|continue with|carry on with|switch to) (?:the |your )?(?:bot|chatbot|robot|machine|assistant|computer)\b/,
  /^(?:the )?(?:bot|chatbot|robot)(?: please)?$/,
];

/** What makes no wish of it. */
export const refusing = /\b(?:not|don'?t|no|never|without|stop)\b/;

/** Who asks for a person would like to be called by one. */
export const callBack =
  /\b(?:(?:call|ring|phone) (?:me|us)(?: back)?|call ?back|be called(?: back)?|return my call)\b/;
