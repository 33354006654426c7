// Read on words as they were typed, in simplified characters (see `typedWords`).

/** A text and nothing else: the bank says so where a country forbids the link in it. */
export const byText =
  /^(please )?(just )?(text me|send me (a|the) (text|sms|text message))( please| instead| now)*\W*$/i;

/** A link and nothing else. */
export const plainly =
  /\b((can|could|would|will) you |just )?((send|text|mail|give|get) (me )?|(i )?(want|need|would like|d like) |use |with |by |via |through )?(a|the)? ?link( instead)?\b/i;

/** How a customer asks for a link. */
export const example: string = 'send me a link';
