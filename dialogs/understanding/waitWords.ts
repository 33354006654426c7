import { plainText } from './plainText.ts';

const minutes = '(?:sec|second|moment|minute|min|mo|tick|bit)s?';
const thing =
  '(?:my |the |your )?(?:\\w+ ){0,2}(?:card|id|passport|wallet|purse|bag|glasses|phone|document|documents|papers|it|number|password|pen)';
/** Signs and not words, since a text can be parted into words in more ways than one. */
const object = '[我嘅的下身份分证件卡片银行钱包眼镜手机护照密码号一张个啲]*';

/**
 * Clauses that ask for a moment, as `plainText` leaves them: whole ones, each with one that it takes and one that it
 * leaves.
 */
export const pauses: readonly { when: RegExp; takes: string; leaves: string }[] = [
  {
    when: new RegExp(
      `^(?:wait|hold on|hang on|hold|bear with me|not so fast|slow down)(?: up| there)?(?: (?:a|one|for a|just a) ${minutes})?$`,
    ),
    takes: 'hold on a second',
    leaves: 'hold my card',
  },
  {
    when: new RegExp(`^(?:just )?(?:a|one|half a|two|0|a couple of|another|a few) ${minutes}$`),
    takes: 'just a moment',
    leaves: 'a moment ago it worked',
  },
  {
    when: new RegExp(
      `^(?:give|gimme|grant|need|i need|i will need|ill need|can i have|let me have)(?: me)?(?: a| one| another| some| a few| 0| two| more| little| bit)+ (?:more )?(?:${minutes}|time)(?: more)?(?: to \\w+(?: \\w+){0,3})?$`,
    ),
    takes: 'give me two minutes',
    leaves: 'give me my money',
  },
  {
    when: new RegExp(
      `^(?:let me|i have to|i need to|i must|ill|i will|im going to|lemme|i am|im)(?: just| quickly| go and| go)? (?:get|getting|find|finding|look for|looking for|fetch|fetching|grab|searching for|search for|think) ?(?:about )?${thing}?(?: first)?$`,
    ),
    takes: 'let me find my passport',
    leaves: 'let me find another bank',
  },
  {
    when: /^(?:ill be|i will be|be|im coming|coming|ill come) (?:right |straight )?back(?: in (?:a|0|two|five|ten|one|few|couple|of|minutes?|mins?|moments?|seconds?|secs?|bit|sec| )+)?$|^brb$/,
    takes: "I'll be back in 5 minutes",
    leaves: 'I want my card back in 5 minutes',
  },
  {
    when: /^[请麻烦好的唔该你您诶]{0,6}(?:等|稍等|稍候|咪住|慢等|慢着|谂紧)[等一下我会儿片刻多阵几两五十分钟秒先啊呀啦哈吓再说着住点0 ]*$/,
    takes: '请等一下',
    leaves: '等多久',
  },
  {
    when: new RegExp(
      `^(?:让我|我|等我|我先|我要|我去|容我|等我去|我要去|我先去)[先去要]*(?:找|拿|取|翻|想|搵|摞|攞|谂|考虑|看看|看一下|睇睇|睇下)[一下吓紧找想先会阵看出到来]*${object}[先吧啊呀啦再说]*$`,
    ),
    takes: '我去拿一下身份证',
    leaves: '我找不到我的卡',
  },
  {
    when: /^(?:再)?(?:给|俾|畀|比)(?:我)?[点啲一几两0多 ]*(?:时间|分钟|秒|秒钟)(?:我|吧|啊|啦)?$|^马上(?:来|回来|就来|就回来)$|^(?:我)?(?:马上|很快|一会|即刻|就)(?:就)?(?:回来|返嚟)$/,
    takes: '给我一点时间',
    leaves: '给我一点钱',
  },
];

/** What may stand around such a clause. */
const beside =
  /^(?:ok|okay|alright|yes|yeah|sure|sorry|please|pls|thanks|thank you|no|hey|oh|um|好|好的|嗯|不好意思|抱歉|谢谢|唔该|唔好意思|哦|喂|请)?$/;

const longest = 100;

/** Whether a customer asks for nothing but a moment: what is open stands, and it was no wrong answer. */
export function asksForMoment(text: string): boolean {
  if (text.length > longest) return false;
  const clauses = plainText(text).split('|').map(withoutEnds);
  const isPause = (clause: string) => pauses.some(({ when }) => when.test(clause));
  return clauses.some(isPause) && clauses.every((clause) => isPause(clause) || beside.test(clause));
}

/** Politeness at either end of a clause. */
function withoutEnds(clause: string): string {
  return clause
    .replace(/^(?:ok|okay|yes|sure|sorry|please|pls|oh|um|hey|well|no|can you|could you) (?=\S)/, '')
    .replace(/ (?:please|pls|thanks|thank you|ok|sorry|mate)$/, '');
}
