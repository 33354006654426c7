import { either, raw } from '../../../kit/pattern.ts';

/** What a wish begins with, where no sign parts it from the story before it. */
export const beginnings = new RegExp(
  raw`(?<!^)(?=${either(raw`
  请 | 麻烦 | 帮(?:我|忙|手) | 给我 | 同我 | 替我 | 可以 | 可唔可以 | 可不可以 | 能不能 | 能否 | 可否 | 想(?!不|起|到) | 我要 | 唔该 | 拜托 | 恳请 | 求 | 盼 |
  劳烦 | 所以 | 然后 | 现在 | 而家 | 如今 | 你给 | 快(?!递) | 赶 | 让(?=.{0,4}卡) | 叫(?!做) | 把(?=.{0,6}(?:卡|冻|锁|止付)) | 将(?=.{0,6}(?:卡|冻|锁))
`)})`,
);

/** What is called a card, and nothing that only belongs to one. */
export const card = /(?<!打)卡(?!住|路|车|死|顿|壳|在那|在蓝|在半)|账户|帐户|户口/;
