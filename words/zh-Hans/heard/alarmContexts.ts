/**
 * What stands beside the words of an alarm and changes what they mean.
 * - `ownsUp`: it was the customer
 * - `wantsIt`: the unfreezing is wanted after all, or somebody of theirs has done it
 * - `asks`: how or whether something can be done; nothing is ordered. `atOnce`: it is ordered all the same
 * - `noFreeze`: no freeze is wanted; `noReport`: something that did not come, or thanks
 */
export type AlarmContext = 'ownsUp' | 'wantsIt' | 'asks' | 'atOnce' | 'noFreeze' | 'noReport';

/** One pattern, read on plain text (see `plainText`), with one that it takes and one that it leaves. */
export type ContextWords = { context: AlarmContext; when: RegExp; takes: string; leaves: string };

const relativeChinese = '(?:老婆|老公|太太|先生|妻子|丈夫|妈妈?|爸爸?|儿子|女儿|个仔|个女)';
const doneChinese = '(?:解|弄|办|做|操作|申请|搞|要求|整)';

export const contexts: readonly ContextWords[] = [
  {
    context: 'ownsUp',
    when: /(?<![不唔非没冇])(?:是|系)(?:我|本人|我本人|我自己)(?:的|嘅|吗|啊|呀|啦|本人|自己|亲自|做|弄|办|解|搞|操作|申请|要求|叫|让|整|冻|㗎)*(?:$|[|?])/,
    takes: '是我操作的',
    leaves: '不是我操作的',
  },
  {
    context: 'ownsUp',
    when: new RegExp(
      `(?<![不唔非没冇有]|不是|唔系|并非)我(?:自己|本人|亲自|刚刚?|刚才|啱啱)${doneChinese}|(?:^|[|?])(?:是|系)?本人(?:操作|办理|解冻|申请|做|弄)`,
    ),
    takes: '我自己弄的',
    leaves: '不是我自己弄的',
  },
  {
    context: 'wantsIt',
    when: new RegExp(`(?:是|系)我?的?${relativeChinese}`),
    takes: '不是我，是我老婆弄的',
    leaves: '老婆没弄过',
  },
  {
    context: 'wantsIt',
    when: /(?:(?<!申)请|帮我|我想|我要|麻烦|唔该)[^|]{0,4}解(?:冻|锁|封)/,
    takes: '不是我，请帮我解冻',
    leaves: '我没申请解冻',
  },
  {
    context: 'asks',
    when: /怎么(?!会|就|突然|回事|办|可能)|怎样|如何|点样|可以[^|]{0,8}[吗嘛么]|能[^|]{0,8}[吗嘛么]|会不会|会唔会|多少钱|几多钱|如果|万一|要是|假如|[吗嘛么](?:$|[|?])/,
    takes: '可以冻结吗',
    leaves: '怎么会解冻',
  },
  {
    context: 'atOnce',
    when: /马上|立刻|立即|赶紧|赶快|快|即刻|急/,
    takes: '可以马上冻结吗',
    leaves: '可以冻结吗',
  },
  {
    context: 'noFreeze',
    when: /(?:别|不要|不用|唔好|唔使|勿)再?(?:把|将|给)?(?:冻|锁|停卡)/,
    takes: '别再冻结我的卡了',
    leaves: '别解冻',
  },
  {
    context: 'noReport',
    when: /收到|谢谢|多谢/,
    takes: '没收到链接',
    leaves: '没收',
  },
];
