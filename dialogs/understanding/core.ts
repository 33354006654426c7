/** What people put around what they want, and what changes nothing in it. */
const wrapping: readonly RegExp[] = [
  /^(?:(?:oh|um+|uh|er+|well|so|now|hey|hi|hello|hiya|good (?:morning|afternoon|evening|day)|excuse me|sorry|look|listen|ok so|sir|madam|dear|yo|ah|actually|then)[ |]+(?=\S))+/g,
  /\b(?:please|pls|plz|plse|kindly|thanks|thank you|thx|ta|cheers|mate|man|bro|dude|sir|madam|maam|boss|guys|just|now|right now|today|asap|immediately|straight away|at once|right away|urgently|then|really|actually|simply|lah|ffs|damn|bloody|fucking|for me|if you can|if possible|would you|will you|ok)\b/g,
  /^[ |]*(?:(?:can|could|may|might|would|will) (?:you|u|we|i)(?: mind)?|(?:i|we) (?:want|wanna|need|wish|would like|d like|have|demand|require|prefer|rather)(?: you| u)?(?: to)?|id (?:like|rather|prefer)(?: you)?(?: to)?|im (?:gonna|going to)|want to|want|need to|need|lets|let us|let me|let s|help me(?: to)?|go and|go ahead and|would you mind|i should be (?:grateful|obliged) if you would|be so kind as to|do|to) (?=\S)/g,
  /(?:你好|您好|哈喽|哈罗|嗨|喂|请问|请教|麻烦(?:你|您)?|烦请|劳驾|劳烦|拜托(?:你|您)?|唔该(?:晒|你)?|求求?(?:你|您|你们)?|请你?|谢谢(?:你|您)?|多谢|帮(?:手|忙)|帮我|帮帮?|替我|给我|同我|跟我|同埋|可不可以|可唔可以|能不能|可否|能否|得唔得|好不好|行不行|好吗|好嘛|行吗|可以吗|得唔得|我(?:想要|要|想|需要)|(?:想|需要)(?=.{2})|一下子?|下(?=我|张|$)|赶紧|赶快|快点|快啲|立刻|立即|马上|即刻|现在|而家|尽快|速速|急急?|就|先生|小姐)/g,
  /(?<![啊呀吧呗啦喇嘛哦喔哈了咯啰嘞哇㗎嘅呢噢哟嘢唷囉的吗么咩])[啊呀吧呗啦喇嘛哦喔哈了咯啰嘞哇㗎嘅呢噢哟嘢唷囉的吗么咩]+(?=$|[|?])/g,
];

/** The kernel of a plain text: without greetings, politeness, wishes and particles around it; the text where nothing is left. */
export function coreOf(plain: string): string {
  let core = plain;
  for (const around of wrapping) {
    const less = core
      .replace(around, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ?([|?])[ |]*/g, '$1');
    core = withoutEnds(less) || core;
  }
  return core;
}

/** Without the signs between clauses at both ends; a pattern for the end would begin anew at each sign of each run. */
function withoutEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && ' |?'.includes(text.charAt(start))) start += 1;
  while (end > start && ' |?'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
