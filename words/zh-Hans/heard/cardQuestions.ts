import type { Clause } from '../../../kit/pattern.ts';

/** Whole sentences that ask which cards of the customer are frozen, each with one that it takes and one that it leaves. */
export const cardQuestions: readonly Clause[] = [
  {
    when: /^(?:请问|那|咁)?(?:我)?(?:的)?(?:名下)?(?:还|仲|一共|总共)?(?:有|有没有|有冇)?(?:哪些|哪几张|哪张|边几张|边张|边啲|其他的?|别的|第二啲|第二张)(?:的)?(?:银行)?卡(?:片)?(?:都|也|还|仲|被|是|系|俾人)*(?:冻结|冻住|冻|锁住|锁)(?:了|着|咗|紧|的|吗|没有?|未|呢|呀|㗎|\?)*$/,
    takes: '我还有哪些卡被冻结了？',
    leaves: '我的卡被冻结了吗',
  },
];

/** A question about one card, which is another question. */
export const ofOne = /(?!)/;
