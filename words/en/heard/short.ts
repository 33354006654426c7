/** One or two letters that say something; any others are a slip of the finger, and never a yes. */
export const shortWords = /^(?:bu|cu|eh|en|gm|go|hi|hm|hy|kk?|na|no?|np|oi|oj|ok|ta|tq|ty|y[aeo]?)$/;
/** A number, or a place in a list: an answer to something, and never a command. */
export const numerals =
  /^(?:(?:0|oh?|zero|nought|naught|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|double|triple|treble|hundred|first|second|third|fourth|option|number|choice|next|the)(?:[ |]|$))+$/;
/** What is lost with a card. */
export const carried = /\b(?:card|wallet|purse)\b/;
