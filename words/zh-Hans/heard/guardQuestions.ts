import { raw, type TextPattern } from '../../../kit/pattern.ts';
import { lacking, placesAndTimes, remotely } from './guardLists.ts';

/** What a word means is asked. */
export const questions: readonly TextPattern[] = [
  {
    when: raw`解释|说明一下|什么意思|什么是|什么叫|是什么|是啥(?!了)|啥意思|指什么|概念|定义|咩意思`,
    takes: '账户被限制非柜面了是什么情况',
    leaves: '账户被限制',
  },
  {
    when: raw`咩叫|咩系|区别|分别|不同|差在|英文|英语|怎么说|怎么写`,
    takes: '昨天换成护照上的英文名没弄成',
    leaves: '昨天换新钞没弄成',
  },
];

/** How, where, when, by whom or for how much is asked. */
export const how: readonly TextPattern[] = [
  {
    when: raw`${placesAndTimes}(?:我)?(?:能不能|能|可以|可不可以|可唔可以|得唔得)[^|]{0,3}解`,
    takes: '冇帶身份證可唔可以解凍',
    leaves: '上網可唔可以解凍',
  },
  {
    when: raw`(?:朋友|同事|同学|邻居|亲戚|室友)(?:也|都)?(?:想|要|问)[^|]{0,4}解`,
    takes: '有個朋友想解鎖張卡',
    leaves: '我想解鎖張卡',
  },
  {
    when: raw`(?:他|她|佢|人哋|别人|第二个|对方|客户)[^|]{0,4}(?:能不能|能|可以|可不可以|可唔可以|得唔得)[^|]{0,3}解|边啲|边种|哪种`,
    takes: '睇返我set咗邊啲自動過數',
    leaves: 'reset',
  },
  {
    when: raw`怎么|怎样|如何|咋|什么|甚么|啥|咩|乜|点样|流程|步骤|手续|方法|方式|途径|程序|教程|多久|几天|几时|几耐|几个|几多|多少`,
    takes: '乜',
    leaves: '是这张卡',
  },
  {
    when: raw`什么时候|什么时间|哪里|哪儿|哪些|哪个|在哪|去哪|上哪|边度|边间|邊|谁能|谁可以|找谁|搵边个|需要(?:什么|啥|啲咩|咩|带)`,
    takes: '想让卡恢复 我得准备哪些东西',
    leaves: '让卡恢复',
  },
  {
    when: raw`要(?:什么|啥|啲?咩|带|提供|准备|去|本人|身份证)|准备|带什么|收费|要钱|使唔使|洗唔洗|用不用|一定要|必须(?=[^|]{0,500}(?:吗|本人|去|带))`,
    takes: '想问一下开个外币户要什么手续',
    leaves: '开个外币户要多久',
  },
  {
    when: raw`得(?:跑|去|带|本人)|是不是要|系咪要|^点(?=解(?:冻|返|锁|卡|到|除)(?!结|咗))|(?<!快|早|晚|一|有)点解(?:冻|返|锁|卡)|点先|教|自动`,
    takes: '請教一下解除凍結要走哪些程序',
    leaves: '解除凍結要多久',
  },
  {
    when: raw`${remotely}[^|]{0,8}(?:解|恢复)[^|]{0,4}(?:吗|么|不|㗎|到凍|得唔得)`,
    takes: '能不能在这上面自己解冻啊怎么操作',
    leaves: '能不能网上解冻，怎么操作',
  },
  {
    when: raw`(?:能|可以)[^|]{0,6}(?:去|代|替)[^|]{0,4}解[^|]{0,3}吗|忘[^|]{0,500}解|zenme|ruhe`,
    takes: '老人腿脚不便 能不去网点解冻吗',
    leaves: '不去网点能解冻吗',
  },
];

/** Whether it can be done without something, or by who is not in the place for it, is asked. */
export const lacks: readonly TextPattern[] = [
  {
    when: raw`${lacking}[^|]{0,12}\|?[^|]{0,8}(?:能|可以|得)[^|]{0,8}(?:解|恢复|启用)[^|]{0,4}(?:吗|么|㗎|咩|不$|\?)`,
    takes: '卡不在身边可以解冻吗',
    leaves: '可以解冻吗',
  },
];

/** What asks how and nothing else, where it stands in the last clause: no likeness outweighs it. */
export const howAtEnd: readonly TextPattern[] = [
  {
    when: raw`(?:怎么(?!办)|怎样|如何|哪些|(?<![那个])什么|(?<!凭)啥|步骤|手续|准备|多久|几天|点样|需要)[^|]*$`,
    takes: '想让卡恢复，我得准备哪些东西',
    leaves: '怎么办，帮我解开',
  },
];
