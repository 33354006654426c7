// Read on words as they were typed, in simplified characters (see `typedWords`).

/** Words that ask for a link. */
export const wanting =
  /\b(send|text|mail|get|give|want|need|use|have|with|by|through|via)\b.{0,40}\blink\b|^(a |the )?link( please)?\W*$|\blink (instead|please)\b/i;

/** The same where a text is named and not what stands in it: the bank says so, since some countries forbid the link. */
export const wantingText =
  /^(please )?(just )?(text me|send me (a|the) (text|sms|text message))( please| instead| now)*\W*$/i;

/** Words that refuse a link, doubt it, or tell of one. */
export const refusing =
  /\b(not|don'?t|no|never|didn'?t|haven'?t|clicked|received|strange|scam|fake|phishing)\b/i;

/** A link and nothing else. */
export const plainly =
  /\b((can|could|would|will) you |just )?((send|text|mail|give|get) (me )?|(i )?(want|need|would like|d like) |use |with |by |via |through )?(a|the)? ?link( instead)?\b/i;

/** Words that say that a link has not come. */
export const missing =
  /\b(didn'?t|did not|haven'?t|have not|never|no|not)\b.{0,30}\b(link|sms|text|message)\b/i;

/** How a customer asks for a link. */
export const example: string = 'send me a link';
