import type { Clause } from '../../../kit/pattern.ts';

/**
 * What a finger or an ear makes of "freeze" or "unfreeze" so that it may be either, as `plainText` leaves it; each with
 * one that it takes and one that it leaves. Nobody is taken at such a word: they are asked which they mean.
 */
export const freezeSlips: readonly Clause[] = [
  {
    when: /[结节洁接杰截劫捷揭街阶佳楷]冻(?!结)/,
    takes: '帮我结冻一下',
    leaves: '帮我解冻一下',
  },
  {
    when: /冻(?:解(?!除|开|封|锁|冻|决|释)|姐|借|界|街)|(?<![自解主手互机])动解(?!除|开|决|释|锁|封)/,
    takes: '帮我冻解这张卡',
    leaves: '冻结解除了吗',
  },
];
