/**
 * What the words of a yes do in it.
 * - `yes`: says yes by itself, to any question
 * - `wish`: wants a card unfrozen
 * - `mine`: says that it is the customer's card, or just this one
 * - `haste`, `please`: says yes by itself only where to do something now was offered
 * - `asks`: makes a wish of what follows
 * - `thanks`, `beside`: change nothing
 */
export type YesPart = 'yes' | 'wish' | 'mine' | 'haste' | 'please' | 'asks' | 'thanks' | 'beside';

/** Each of the stems alone and with each of the endings. */
const each = (stems: string, endings: string) =>
  stems.split(' ').flatMap((stem) => ['', ...endings.split(' ')].map((ending) => stem + ending));

/** Phrases, as `plainText` leaves them, by what they do in a yes. */
export const yes: Readonly<Record<YesPart, readonly string[]>> = {
  yes: [
    ...each('好 好好', '的 啊 呀 吧 嘞 哒 滴 啦 喔 哦 耶 唷 哇 咧 勒 嘅 丫 的呢 的呀 的啊'),
    ...each('是 系', '的 啊 呀 嘅 滴 哒 㗎 的呢 的呀 的啊'),
    ...each('对', '的 啊 呀 滴 啦 呢 的呀 的啊'),
    ...each('行', '的 啊 呀 吧'),
    ...each('可以 阔以 我可以', '的 啊 呀 啦 喔 㗎 哦 呢 的呀'),
    ...each('得', '呀 㗎 嘅 嘞'),
    ...each('嗯 嗯嗯 恩 恩恩', '啊'),
    ...each('要 我要 需要 我需要 想 想要 愿意 我愿意', '的 啊 呀 㗎'),
    ...each('同意 我同意 确认 我确认 确定 我确定', '的 啊 呀 啦 了'),
    ...each('当然 当然可以 当然要 当然好 当然是 当然需要 那当然 梗系', '的 啊 呀 啦 了'),
    ...each('梗系要 梗系好 梗系得 梗系可以 肯定 肯定要 必须 必须要 必须的 一定要', '啊 呀 啦 滴'),
    ...each('没错 冇错 没问题 冇问题 无问题 没有问题 没啥问题 没毛病', '的 啊 呀 啦 㗎'),
    ...each('没意见 没有意见 没异议 无异议 不反对 正确 属实 啱 岩 啱晒 我ok', '的 啊 呀 啦 㗎'),
    ...each(
      '办 开始 继续 接着 接着办 接着办理 办理 请继续 请办理 请开始 可以开始 你办 你弄 弄 搞 动手',
      '吧 啦 啊 呀',
    ),
    ...each('就这么办 就这样办 照办 照做 照解 就咁做 做 就办', '吧 啦 呀'),
    ...each('那好 那行 那可以 咁好', '的 吧 啦 啊'),
    ...each('ok okay yes', '的 啊 呀 啦 吧 喔 㗎'),
    ...[
      '开吧',
      '来吧',
      '来啊',
      '嚟啦',
      '要得',
      '妥',
      '妥了',
      '授权',
      '批准',
      '允许',
      '接受',
      '我接受',
      '赞成',
      '赞同',
      '认可',
    ],
    ...['确认无误', '绝对是', '正是', '走起', '开干', '准备好了', '我准备好了', '可以开始了'],
  ],
  wish: each(
    '解冻 解锁 解封 解开 解返 解除冻结 恢复 恢复使用 启用 激活 开返 解',
    '吧 啦 啊 呀 下 一下 一下吧 一下啦 喔 了吧 下啦 下吧',
  ),
  mine: [
    '是我的|是我的卡|是我的卡片|是我卡|这是我的|这是我的卡|这张是我的|这张是我的卡|就是我的|就是我的卡|是我本人的卡|是本人的卡|我是本人|我是持卡人|是我自己的卡',
    '就是这张|就是这张卡|就这张|就这张卡|这张|这张卡|是这张|是这张卡|是这张卡片|是这个|就是这个|就这个|就是它|就它|正是这张|那张|是那张|就是那张',
    '就系呢张|就呢张|呢张|呢张卡|系呢张|系呢张卡|系嗰张|嗰张|就系嗰张|系我张卡|系我嘅卡|系我嘅|系我㗎|系我本人嘅卡|就系佢|就系呢个',
    '尾号|尾号那张|尾号的那张|尾号这张|尾号的这张|尾号的|尾号的卡|尾号的卡片|尾号嗰张|尾号嘅|尾数|尾数嗰张|末四码|末四码的卡|卡尾号',
  ].flatMap((line) => line.split('|')),
  haste: [
    '快|快点|快点吧|快点啊|快点啦|快啲|快啲啦|快些|快快|尽快|尽快吧|尽快办|赶紧|赶紧的|赶快|马上|马上办|立刻|立即|即刻|现在|现在就|现在办|而家|而家就|急用|我急用|急着用|我赶时间|直接',
  ].flatMap((line) => line.split('|')),
  please: [
    '麻烦你|麻烦您|麻烦你了|麻烦您了|麻烦你啦|麻烦晒|麻烦晒你|拜托|拜托了|拜托你|拜托您|拜托啦|有劳|有劳了|劳烦|那就麻烦了',
  ].flatMap((line) => line.split('|')),
  thanks: [
    '谢谢|谢谢你|谢谢您|谢谢啦|谢谢了|谢了|谢啦|多谢|多谢你|多谢晒|多谢您|唔该|唔该你|唔该晒|唔该晒你|唔该哂|感谢|感恩|辛苦了|辛苦你了|辛苦您了|麻烦了|麻烦|麻烦咗',
  ].flatMap((line) => line.split('|')),
  beside: [
    ...[
      '哦|噢|喔|啊|呃|额|诶|那|那就|咁|咁就|就|你好|您好|是我|系我|是我本人|系我本人|我本人|请|确实|确实是我',
    ].flatMap((line) => line.split('|')),
    ...each('我的卡 我张卡 我嘅卡 我的卡片 张卡 卡片 卡 它 佢', '吧 啦'),
  ],
  asks: [
    '帮我|帮我把|帮忙|帮|请帮我|请帮我把|给我|给我把|同我|替我|帮手|请你|请您|我想|我想要|我要求|可以帮我|你帮我|您帮我|麻烦帮我|唔该帮我|把它|将佢|把我的卡|把卡|把卡片|把这张卡|把这张|将张卡|将我张卡',
  ].flatMap((line) => line.split('|')),
};

/** What is made of words of a yes alone, and is none: it mocks, asks, goes back on it or tells of something else. */
export const noYes: readonly string[] = [
  '好多|马上来|谢谢帮|谢谢解|多谢帮|多谢解|感谢帮|感谢解|要帮|办卡|好麻烦|真麻烦|好快',
  '好急|好想|好直接|想想|要是|要快|是快|就好|就行|就可以|是吧|系吧|对吧|可以吧|得吧',
  '确定吧|是喔|是哦|是噢|对喔|对哦|对噢|系喔|系哦',
].flatMap((line) => line.split('|'));
