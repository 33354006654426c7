import { reportsLoss } from './guard.ts';
import type { Intent } from './intents.ts';
import { plainText } from './plainText.ts';
import { understand } from './understand.ts';

const it = '(?:it|them|(?:my|the|that|this) (?:(?:lost|missing|bank|debit|credit) )?cards?)';
const card =
  '(?:(?:我的|我嘅|我|那|这|嗰|呢)?张?(?:(?:丢|遗失|挂失)(?:了|咗)?的)?(?:银行|信用|借记|提款|金融)?卡片?)';
const gotBack = '(?:找到|找回来|找回|找着|揾到|揾返|揾翻)';

/**
 * Clauses that say that the card is back, as `plainText` leaves them and without what `around` takes away: whole ones,
 * each with one that it takes and one that it leaves. None of them tells of somebody else who found it, hopes for it,
 * asks about it or denies it.
 */
export const findings: readonly { when: RegExp; takes: string; leaves: string }[] = [
  {
    when: new RegExp(`^(?:i |we |ive |weve |i have |we have )?(?:found|located|recovered) ${it}$`),
    takes: 'I have found my card',
    leaves: 'someone found my card',
  },
  {
    when: new RegExp(`^(?:i |we |ive |weve |i have |we have )?(?:got|have) ${it} back$`),
    takes: 'got it back',
    leaves: 'I want it back',
  },
  {
    when: new RegExp(`^(?:${it} )?(?:has |have )?(?:turned|showed|shown) up$`),
    takes: 'it turned up',
    leaves: 'it has not turned up',
  },
  {
    when: new RegExp(`^${it} (?:was|has been|is|were) (?:found|back)$|^its (?:found|back)$`),
    takes: 'my card was found',
    leaves: 'my card was found by a stranger',
  },
  {
    when: new RegExp(`^${card}?${gotBack}(?:了|咗|啦|喇)$`),
    takes: '卡片找到了',
    leaves: '卡片还没找到',
  },
  {
    when: new RegExp(`^${gotBack}(?:了|咗)?${card}(?:了|啦|喇|咗)$`),
    takes: '找到卡了',
    leaves: '有人找到卡了',
  },
  {
    when: new RegExp(`^${gotBack}(?:了|咗)${card}$`),
    takes: '找到了我的卡',
    leaves: '找到了一笔消费',
  },
  {
    when: new RegExp(`^${card}(?:回来|返嚟)(?:了|啦|喇|咗)$`),
    takes: '我的卡回来了',
    leaves: '卡回来了吗',
  },
];

/** What stands around such a clause and changes nothing about it. */
const around: readonly { when: RegExp; takes: string }[] = [
  {
    when: /^(?:oh|ok|okay|hey|hi|hello|phew|great|wait|sorry|yes|yay|actually|and|but|so|just|finally|now|already|luckily)(?: |$)/,
    takes: 'oh I found it',
  },
  {
    when: /^(?:good news|never mind|false alarm|no worries|thank god)(?: |$)/,
    takes: 'good news I found it',
  },
  {
    when: / (?:again|now|already|thanks|thank you|after all|today|just now|finally|please)$/,
    takes: 'I found it again',
  },
  {
    when: /(?<=^(?:i|we|i have|we have|ive|weve|it has|my card has)) (?:just|finally|now|already)(?= )/,
    takes: 'I just found it',
  },
  {
    when: /^(?:啊|哦|噢|喔|诶|我(?=找|揾|已|刚|终|又|总)|我们|已经?|刚刚|刚才|刚|终于|总算|又|后来|现在|不好意思|抱歉|太好了)/,
    takes: '我刚刚找到了',
  },
  { when: /(?<=卡片?)(?:已经?|刚刚|刚才|终于|总算|又)(?=[找揾回返])/, takes: '卡已经找到了' },
  { when: /(?<=[了咗啦喇])(?:啊|呀|哦|喔|谢谢您?|多谢|唔该)$/, takes: '找到了谢谢' },
];

/** Where it was, which is said beside. */
const place =
  /^(?:it|the card|my card) was (?:in|under|behind|on|at|inside) (?:my|the|a) [a-z]+(?: [a-z]+)?$|^(?:原来|就|它|卡)?(?:在|喺)(?:我)?(?:家|包|袋|口袋|衣服|裤|裤袋|抽屉|车|钱包|书包|办公室)(?:里面?|上|度|入面)?$/;
/** What else may stand beside it. */
const beside: readonly Intent[] = ['unfreeze', 'cardStatus', 'howToUnfreeze', 'thanks', 'greet', 'affirm'];

const longest = 200;

/**
 * Whether a customer who has reported a loss says that the card was found. It lets cards be unfrozen again, so one
 * clause must say it plainly, and none may say or ask anything else.
 */
export function tellsOfFinding(text: string): boolean {
  if (text.length > longest) return false;
  const clauses = plainText(text)
    .split(/\||(?<=[了咗])(?=请|帮|麻烦|唔该|可以|能)| (?=please |can |could |so |and |but )/)
    .map(withoutAround);
  if (!clauses.some(isFinding)) return false;
  return clauses.every((clause) => isFinding(clause) || isHarmless(clause));
}

function isFinding(clause: string): boolean {
  return findings.some(({ when }) => when.test(clause));
}

function isHarmless(clause: string): boolean {
  if (clause === '' || place.test(clause)) return true;
  return !clause.includes('?') && !reportsLoss(clause) && beside.includes(understand(clause).intent);
}

/** Each round takes a piece off the clause, so that it ends. */
function withoutAround(clause: string): string {
  for (let before = ''; before !== clause; ) {
    before = clause;
    for (const { when } of around) clause = clause.replace(when, '');
  }
  return clause;
}
