/** One or two letters that say something; any others are a slip of the finger, and never a yes. */
export const shortWords = /(?!)/;
/** A number, or a place in a list: an answer to something, and never a command. */
export const numerals = /^[第零〇一二三四五六七八九十两个张项下号|]+$/;
/** What is lost with a card. */
export const carried = /卡|包/;
