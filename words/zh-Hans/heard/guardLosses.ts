import { raw, type TextPattern } from '../../../kit/pattern.ts';
import {
  asksAtOnce,
  bankThen,
  frozeThen,
  keptThings,
  liftingHan,
  near,
  noMore,
  ofCard,
  wonders,
} from './guardLists.ts';

/** Words that name a loss, a theft or a fraud and mean none: taken out before anything is looked for. */
export const harmless: readonly TextPattern[] = [
  {
    when: raw`(?:怕|担心|惊|费事|以防|防止)(?:它|会|被|张卡|卡)*(?:丢|掉|不见|唔见|遗失|弄丢|跌)(?:了|咗)?`,
    takes: '之前怕丢了冻结的，卡找到了，解开吧',
    leaves: '之前我自己冻结的，现在卡找到了，想解开',
  },
  {
    when: raw`(?:以为|当时以为)${near(6)}(?:丢|掉|不见|唔见|被偷|被盗|遗失|弄丢)(?:了|咗)?`,
    takes: '以为丢了才冻结的 现在解冻',
    leaves: '是我自己冻结的，现在解开',
  },
  {
    when: raw`(?:没有?|冇|并没|不是|唔系|未)(?:把|将)?(?:我的?)?(?:卡片?|张卡)?(?:丢|掉|不见|唔见|被偷|被盗|遗失|弄丢)(?:了|咗|卡|的|呀|啦|啊)*`,
    takes: '我卡没丢呀 给我解冻就好',
    leaves: '喂 给我解冻',
  },
  {
    when: raw`(?:卡片?|张卡)(?:没有?|冇|并没有?|不是|唔系)(?:丢|掉|不见|唔见|被偷|被盗|遗失|弄丢)(?:了|咗|呀|啦|啊)*`,
    takes: '我的卡不是丢了 是刷不了',
    leaves: '我的卡刷不了了',
  },
  {
    when: raw`(?:丢|掉|弄丢|冇|不见|唔见|失去|遗失)(?:了|咗)?(?:份|个)?(?:工作?|饭碗|脸|人现眼|三落四)`,
    takes: '冇咗份工 可唔可以解凍張卡',
    leaves: '可唔可以解凍',
  },
  {
    when: raw`${keptThings}(?:都|也)?(?:弄丢|丢|掉|不见|唔见|遗失|漏)(?:了|咗)?`,
    takes: '身份证掉了去派出所怎么补办',
    leaves: '怎么要身份证',
  },
  {
    when: raw`(?:取消|解除|撤销|撤回|撤掉|撤|解掉|解)${near(5)}(?:挂失|报失|遗失)`,
    takes: '卡片找回來了 要撤銷掛失',
    leaves: '卡找回来了',
  },
  {
    when: raw`(?:挂失|报失|遗失登记)${near(5)}(?:取消|解除|撤销|撤回|撤掉|撤|解)`,
    takes: '把口头挂失取消一下',
    leaves: '取消口头挂失',
  },
  {
    when: raw`${wonders}${near(6)}(?:骗|诈骗|呃人|骗子|泄露|外泄|泄漏|盗用|被盗)`,
    takes: '我好像遇到詐騙，給了對方卡號',
    leaves: '遇到诈骗',
  },
  {
    when: raw`${bankThen}${near(8)}(?:怀疑|判定?|说|话|当)[是系我有为成作]*(?:被|俾人)?(?:盗刷|盗用|诈骗)${frozeThen}`,
    takes: '系统怀疑被盗刷就冻了',
    leaves: '银行说我被盗刷了怎么办',
  },
  {
    when: raw`(?:当[成作做]|误判[为成]?|误认为?)[是被了]*(?:盗刷|盗用|诈骗|骗子)|(?:不是|唔系|并非|没有?|冇)(?:被|俾人)?(?:盗刷|盗用|诈骗)`,
    takes: '被当成盗刷封了',
    leaves: '被盗刷了',
  },
];

/** A loss, a theft or a fraud. */
export const losses: readonly TextPattern[] = [
  {
    when: raw`挂失`,
    takes: '掛失',
    leaves: '刷卡失败',
  },
  {
    when: raw`报失|丢了|卡丢|丢卡|弄丢|遗失|(?<![听看望睇])[不唔]见|搞丢|卡(?:片)?掉了|跌咗|被?偷|偷走|顺走`,
    takes: '我的包在车站被偷 卡也在里面',
    leaves: '我的包包在車站被扒走了卡在裡面',
  },
  {
    when: raw`找不[到着][^|]{0,6}卡|卡片?(?:就|也|都|突然|怎么[也都])?找不[到着]|搵唔到[^|]{0,3}卡|漏低[^|]{0,2}(?:银包|卡)`,
    takes: '搬家以后卡就找不着了',
    leaves: '找不到解冻的按钮',
  },
  {
    when: raw`被抢|被盗|被扒|盗刷|盗用|诈骗|被骗|受骗|呃咗|俾人呃|(?<!是)不是我(?:刷|买|做|花|消费|操作|本人)|唔系我(?:碌|买|做|嘅(?:交易|消费|数))`,
    takes: '手提袋在車站被扒走了卡在裡面',
    leaves: '手提袋在車站被人拿走了卡在裡面',
  },
  {
    when: raw`(?:数|交易|消费|签账)[^|]{0,6}唔系我嘅|俾人碌|guashi|钱(?:就)?没了|钱被`,
    takes: '假客服让我解冻银行卡钱就没了',
    leaves: '假客服让我解冻银行卡',
  },
];

/** Words of a wish to freeze. A Chinese one behind 解 takes a freeze away, and is none. */
export const freezes: readonly TextPattern[] = [
  {
    when: raw`(?<!解)(?:冻|锁|封)|停|挂|止付|报`,
    takes: '现在就把那张储蓄卡停掉行不行',
    leaves: '办一张储蓄卡',
  },
];

/** A freeze that is wished for. */
export const refreezing: readonly TextPattern[] = [
  {
    when: raw`${asksAtOnce}(?:(?!${liftingHan})[^|]){0,4}(?:冻结?|锁|止付|停用?|封)${ofCard}(?!.{0,500}${liftingHan})`,
    takes: '敬请银行暂时冻结该卡',
    leaves: '敬请银行取消冻结该卡',
  },
  {
    when: raw`(?:关闭|关掉|关咗|熄咗?|关)(?!.{0,500}(?:冻|锁|限|管|止|开|恢复|启用))[^|]{0,5}(?:卡|功能)`,
    takes: '关闭这张卡',
    leaves: '是这张卡',
  },
  {
    when: raw`卡[^|]{0,6}(?:关闭|关掉)(?!.{0,500}(?:开|恢复|启用))`,
    takes: '把我的卡关掉',
    leaves: '孩子把卡关掉了，再打开',
  },
  {
    when: raw`(?:不让(?=.{0,4}[人谁他她佢])|别让|不要让|唔好俾|防止|阻止|没人能|冇人可以)[^|]{0,8}(?:用|刷|取|碌|领)`,
    takes: '這張卡先不要讓人用，暫停一下',
    leaves: '这卡先停一下，暂停一下',
  },
  {
    when: raw`(?:冻结|冻|锁卡|停卡|止付|挂失|报失)${near(6)}(?:不是|而不是|唔系|不要|而非)(?:要)?解`,
    takes: '我申请的是冻结可不是解冻',
    leaves: '我说的是解冻不是冻结',
  },
  {
    when: raw`(?<!${noMore})(?:再|重新|又)(?:次|把卡|帮我|给我|把它|请)?(?:冻|锁|封|停)(?!了|住了|咗|.{0,40}解)`,
    takes: '頭先解凍完又唔見咗，再凍過佢',
    leaves: '张卡唔好再冻住',
  },
  {
    when: raw`(?<!解)(?:冻|锁|停|封)(?:返|回去|回来|回)(?!.{0,500}解)`,
    takes: '冻返佢',
    leaves: '解冻返张卡',
  },
  {
    when: raw`(?:封|停|锁|冻)(?:上|掉|死|起来)(?!的|.{0,500}(?:解|开|恢复|启用|激活))`,
    takes: '现在就把那张储蓄卡封上行不行',
    leaves: '现在就把那张储蓄卡冻了行不行',
  },
];

/** What tells that a loss is over, or was none: it ends no report, and makes a question of a wish beside one. */
export const overcome: readonly TextPattern[] = [
  {
    when: raw`(?<!没有?|未|冇|不|唔)(?:找到|找着|找回|寻回|寻着|揾到|揾返|揾翻|搵到|搵返|拿回|攞返|执返|翻到|还给我|还我|送回)`,
    takes: '之前报了挂失 现在找到了',
    leaves: '卡还没找到',
  },
  {
    when: raw`虚惊|误会|失而复得|(?:卡片?|钱包|银包)[^|]{0,4}(?:回来|返嚟)(?:了|咗)|(?:后来|后嚟|之后)[^|]{0,4}(?:发现|知道|查)`,
    takes: '怀疑有人盗用 之后查清楚了',
    leaves: '怀疑被盗刷',
  },
  {
    when: raw`(?:原来|其实)(?:是|系|在|喺|跌|掉|放)|(?<!不)是我(?:自己|本人|老婆|老公|太太|先生|儿子|女儿|家人)[^|]{0,3}(?:刷|买|碌|花)`,
    takes: '以为被盗刷 其实是我自己买的',
    leaves: '不是我自己买的',
  },
];
