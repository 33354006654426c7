/** A pattern, and what stands in its place. */
export type Respelling = readonly [written: RegExp, meant: string];

/** Words that a slip of the fingers turns into others: only in letters. */
export const deciding: readonly string[] = [];
export const wellSpelt: readonly string[] = [];

/** What sounds the same in Mandarin and is picked by mistake from an input method. */
export const mistyped: readonly Respelling[] = [
  [/(姐|借|界|届|皆|戒)(冻|动)|介冻|解(动|洞|栋|懂|东)/g, '解冻'],
  [/冻(接|洁|节|解(?=了))|动结|东结|栋结/g, '冻结'],
  [/(挂|卦|褂)(矢|实|湿)|卦失/g, '挂失'],
  [/解所/g, '解锁'],
  [/仁工|人公(?=客|$)/g, '人工'],
];

/** What is said in a roundabout way. */
export const roundabout: readonly Respelling[] = [];

/** Words that are written in two. */
export const parted: readonly Respelling[] = [];

/** What stands between the numbers of a date. */
export const dateSigns: string = '年月日号';
