// Read on words as they were typed, in simplified characters (see `typedWords`).

/** Words that ask to go on in another channel. */
export const moving =
  /\b(continue|go on|carry on|finish|resume|proceed)\b.{0,30}\b(on|by|over|via|through|from|to|in|with|using|at)\b.{0,15}\b(web(\s?(site|page|chat))?|internet|online|(tele)?phone|mobile|computer|laptop|tablet|whatsapp|sms|text|browser|app|(another|other|different) (device|channel|place|way))\b|\b(switch|move|change)( over)? to\b.{0,15}\b(web(\s?(site|page|chat))?|internet|online|(tele)?phone|mobile|computer|laptop|tablet|whatsapp|sms|text|browser|app|(another|other|different) (device|channel|place|way))\b|\b(continue|go on|carry on|finish|resume|proceed)( this| it)? (elsewhere|online)\b/i;

/** Words that ask for a code to go on with. */
export const wantingCode =
  /\b(give|send|get|tell|need|want|another|new|a)\b.{0,20}\bcode\b|^(the )?code( please)?\W*$/i;

/** Words of a customer who has a code. */
export const havingCode =
  /\bi('ve| have)?( got| have)? (a|the|my) code\b|\b(enter|use|type|key in) (a|the|my) code\b/i;

/** Words for something else, or for a refusal. */
export const refusing =
  /\b(not|don'?t|no|never|didn'?t|haven'?t|received|strange|scam|fake|qr|zip|post|(use|using) (my|the|this) card|pay\w*|shop\w*|buy\w*|purchas\w*|transfer\w*)\b/i;
