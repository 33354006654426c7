import type { Clause } from '../../../kit/pattern.ts';

const card =
  '(?:(?:我的|我嘅|我|那|这|嗰|呢)?张?(?:(?:丢|遗失|挂失)(?:了|咗)?的)?(?:银行|信用|借记|提款|金融)?卡片?)';
const gotBack = '(?:找到|找回来|找回|找着|揾到|揾返|揾翻)';

/**
 * Clauses that say that the card is back, as `plainText` leaves them and without what `around` takes away: whole ones,
 * each with one that it takes and one that it leaves. None of them tells of somebody else who found it, hopes for it,
 * asks about it or denies it.
 */
export const findings: readonly Clause[] = [
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
export const around: readonly Omit<Clause, 'leaves'>[] = [
  {
    when: /^(?:啊|哦|噢|喔|诶|我(?=找|揾|已|刚|终|又|总)|我们|已经?|刚刚|刚才|刚|终于|总算|又|后来|现在|不好意思|抱歉|太好了)/,
    takes: '我刚刚找到了',
  },
  { when: /(?<=卡片?)(?:已经?|刚刚|刚才|终于|总算|又)(?=[找揾回返])/, takes: '卡已经找到了' },
  { when: /(?<=[了咗啦喇])(?:啊|呀|哦|喔|谢谢您?|多谢|唔该)$/, takes: '找到了谢谢' },
];

/** The place where the card was, which customers often add. */
export const place =
  /^(?:原来|就|它|卡)?(?:在|喺)(?:我)?(?:家|包|袋|口袋|衣服|裤|裤袋|抽屉|车|钱包|书包|办公室)(?:里面?|上|度|入面)?$/;

/** The beginning of another clause, where no sign marks it. */
export const newClause = /(?<=[了咗])(?=请|帮|麻烦|唔该|可以|能)/;
