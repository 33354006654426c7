import { raw, type TextPattern } from '../../../kit/pattern.ts';
import {
  afterwards,
  askedBefore,
  askedToLift,
  askedToLiftIt,
  asking,
  byOthers,
  helpers,
  mistaps,
  near,
  never,
  people,
  relatives,
  takenBack,
  why,
} from './guardLists.ts';

/** Unfreezing that somebody else did, or that is over and done: it is told of, not asked for. */
export const toldOf: readonly TextPattern[] = [
  {
    when: raw`解(?:冻|锁|封|除)(?:您|你)(?:的|嘅|张|名下)`,
    takes: '短信叫我点链接解冻您的账户',
    leaves: '请您解冻我的账户',
  },
  {
    when: raw`(?:房东|老板|公司|对方|骗子|网友|男友|女友|人)(?:要|叫|让|逼)我(?:去|把)?解(?:冻|锁|封|开)`,
    takes: '房东要我解冻卡付他钱',
    leaves: '我要解冻卡付房租',
  },
  {
    when: raw`(?:取消|撤销|撤回|停止|中止|作废)(?:我的|这个|这次|那个|上次的)?解(?:冻|锁|封)`,
    takes: '中止解冻 不是我申请的',
    leaves: '不是我申请的解冻',
  },
  {
    when: raw`解(?:冻|锁|封)(?:的|这|嘅|呢)?(?:申请|请求|业务|操作|服务|件?事)?(?:帮我|给我|我|要|想|先)*${takenBack}(?![^|]{0,3}(?:冻|锁|限|止|管))`,
    takes: '把解冻取消 重新锁上',
    leaves: '重新锁上',
  },
  {
    when: raw`${mistaps}(?:点|按|撳|揿|选)?(?:了|咗|到|成)*解`,
    takes: '误点了解冻',
    leaves: '想了解解冻',
  },
  {
    when: raw`${people}${near(8)}解(?!释|答|决)`,
    takes: '到底是谁擅自解冻了我的储蓄卡',
    leaves: '请勿解冻我的储蓄卡',
  },
  {
    when: raw`${byOthers}(?!冻|锁|停|限|管|封)${near(4)}(?:给|被)?解(?:冻|锁|封|开|咗|除)(?:了|咗)?(?!吧)`,
    takes: '背包在饭店被人顺走了别给解冻',
    leaves: '背包在饭店被人顺走了',
  },
  {
    when: raw`${why}${near(8)}解(?:冻|锁|封|开|咗|除)`,
    takes: '卡为何突然被解冻了不是我弄的',
    leaves: '卡居然被解冻了不是我弄的',
  },
  {
    when: raw`(?<!${asking})${near(0)}解(?:冻|锁|封)(?:完|了|咗)?${afterwards}`,
    takes: '解冻当天多出几笔我没做的交易',
    leaves: '有幾筆怪怪的交易',
  },
  {
    when: raw`(?:刚刚?|已经|已)(?:被)?(?:解(?:冻|锁|封)|解完冻)|一解(?:冻|锁)?就|解完凍?冻?`,
    takes: '短訊話我張卡已解凍，唔係我做',
    leaves: '唔係我張卡',
  },
  {
    when: raw`${never}${near(8)}(?:申请|要求|叫|让|同意|授权|我|本人|做|办)${near(5)}解?(?:冻|锁|封|除冻结|返|开)`,
    takes: '我根本没申请过解冻怎么就解了',
    leaves: '解冻怎么申请',
  },
  {
    when: raw`(?:解冻|解锁|解封|解)(?:了|咗)(?![吧呗佢它先])(?:我的?|这张|那张|张|我张)?(?<!${askedToLiftIt})`,
    takes: '到底是谁擅自解锁了我的储蓄卡',
    leaves: '想解锁我的储蓄卡',
  },
];

/** Whether it was unfrozen is asked, which is about the card's status. */
export const stateAsked: readonly TextPattern[] = [
  {
    when: raw`解(?:冻|锁|封|开|除|咗冻|返|咗)?(?:成功)?(?:了|咗)?(?:没有?|未|吗$)(?<!${askedBefore})(?![^|]{0,500}(?:申请|让|叫|要求))`,
    takes: '末四碼8821到底解鎖了沒有',
    leaves: '末四碼0解鎖',
  },
  {
    when: raw`(?:冻结|锁定|限制|止付|管控|管制)(?:是不是|系咪|是否|已经?)*(?:解除|取消|撤销|恢复|没)(?:了|咗)?(?:吗|没有?|未|$)(?<!${askedToLift})`,
    takes: '我那张卡的冻结取消了没',
    leaves: '想重新用这张卡，把冻结取消',
  },
  {
    when: raw`(?:恢复|启用|能用|可以用|用得返)(?:使用|正常)?(?:了|咗)(?:吗|没有?|未)`,
    takes: '卡恢复使用了吗',
    leaves: '卡恢复使用',
  },
];

/** A card that is said to be somebody else's. */
export const ofOthers: readonly TextPattern[] = [
  {
    when: raw`^(?:我)?(?:有)?(?:一?个)?(?:朋友|同事|亲戚|邻居|同学)(?:他|她|佢)?(?:想|要)[^|我]{0,4}(?:解|恢复|开返)`,
    takes: '一个朋友想解锁卡',
    leaves: '我朋友说可以，我想解锁卡',
  },
  {
    when: raw`(?:代(?:表)?|替)(?:他|她|佢哋?|他们|家人|老人)[^|]{0,6}(?:解|恢复|开返)`,
    takes: '我想替他恢复账户',
    leaves: '可唔可以帮我解返张卡',
  },
  {
    when: raw`${relatives}[的嘅]那?张?(?:银行|信用)?卡.{0,60}(?:解(?:冻|锁|封|开|除)|恢复|启用|打开)`,
    takes: '我朋友的卡冻了，他在船上，帮忙解冻',
    leaves: '我朋友在船上，帮忙解冻我的卡',
  },
  {
    when: raw`${helpers}(?:能不能|能|可以|可不可以|可唔可以|得唔得)[^|]{0,4}(?:解|开)`,
    takes: '秘書可唔可以幫我解鎖張卡',
    leaves: '可唔可以幫我解凍',
  },
  {
    when: raw`${relatives}[的嘅]?(?:那?张)?(?:银行|信用)?卡[^|]{0,8}(?:解|恢复|启用)`,
    takes: '我媽的卡被凍結想解開',
    leaves: '我妈的卡被冻结了',
  },
];

/** A first use, which is no unfreezing: nothing was frozen. */
export const firstUse: readonly TextPattern[] = [];
