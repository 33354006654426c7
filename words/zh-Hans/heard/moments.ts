import type { Clause } from '../../../kit/pattern.ts';

/** Signs and not words, since a text can be parted into words in more ways than one. */
const object = '[我嘅的下身份分证件卡片银行钱包眼镜手机护照密码号一张个啲]*';

/**
 * Clauses that ask for a moment, as `plainText` leaves them: whole ones, each with one that it takes and one that it
 * leaves.
 */
export const pauses: readonly Clause[] = [
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
export const beside: readonly string[] = '好|好的|嗯|不好意思|抱歉|谢谢|唔该|唔好意思|哦|喂|请'.split('|');

/** Politeness at either end of a clause. */
export const ends: readonly RegExp[] = [];
