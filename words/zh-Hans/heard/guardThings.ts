import { raw, type TextPattern } from '../../../kit/pattern.ts';
import { near, otherWordsWithJie } from './guardLists.ts';

/** A thing as the way by which something is to be done: `on my phone`. */
export const ways: readonly TextPattern[] = [
  {
    when: raw`(?:在|喺|用|通过|透过|上|打|经)(?:我的?|你们的?)?(?:手机|电脑|网站|软件|app|微信)(?:银行)?(?:上面?|里面?|度|app)?`,
    takes: '我在手机上锁了卡 现在要打开',
    leaves: '以为卡丢了就锁了 现在要打开',
  },
  {
    when: raw`(?:手机|电脑|网站|软件|微信)(?:银行|操作|上面?|里面?|app)|(?:给|到)我?的?手机(?:发|上|号)|app(?:里|上|度|都|翻)`,
    takes: '解散我们的共管户手机上行不行',
    leaves: '解散我们的共管户找谁',
  },
  {
    when: raw`(?:收到|收咗|睇到|看到|没看|冇睇|[发寄]|用|按|打)${near(4)}(?:短信|短讯|简讯)|(?:短信|短讯|简讯)${near(4)}[寄发问话说]`,
    takes: '我收到簡訊問是不是本人',
    leaves: '删掉的简讯能恢复吗',
  },
  {
    when: raw`(?:只有|净系得|用|拿|带|得)(?:我的?|张)?(?:健保卡|社保卡|医保卡)|(?:健保卡|社保卡|医保卡)(?:可以|得|行|能)`,
    takes: '只有健保卡的話可以解凍嗎',
    leaves: '健保卡被鎖了',
  },
];

/** Things that are no cards of this bank. */
export const notCards: readonly TextPattern[] = [
  {
    when: raw`征信|信用报告|信贷|社保|医保|健保|饭卡|会员卡|门禁`,
    takes: '想问一下办一张社保卡在哪儿办',
    leaves: '想问一下换一张环保卡在哪儿办',
  },
  {
    when: raw`公交卡|交通卡|购物卡|礼品卡|学生卡|八达通|悠游卡|电话卡|流量卡|限售|质押|保证金|基金|公积金|(?:激活|启用|开通)信用卡`,
    takes: '上次转公积金贷款没弄成咋办',
    leaves: '上次办助学贷款没弄成咋办',
  },
  {
    when: raw`[给帮替](?:我)?(?:儿子|女儿|个仔|个女|孩子|老婆|老公)(?:激活|启用|开通)|(?:第一次|首次)(?:激活|启用)`,
    takes: '想问一下新卡第一次激活怎么弄',
    leaves: '想问一下查新卡的快递怎么弄',
  },
  {
    when: raw`新卡|亲情卡|限额|额度`,
    takes: '額度',
    leaves: '速度解冻',
  },
];

/** Things that are no cards at all, and may be named beside one. */
export const otherThings: readonly TextPattern[] = [
  {
    when: raw`短信|短讯|简讯|(?<!买)手机(?!银行)(?![^|]{0,500}(?:卡|账户))|苹果手机|华为|三星|平板|屏幕`,
    takes: '打我手机',
    leaves: '打我电话',
  },
  {
    when: raw`荧幕|萤幕|锁屏|电脑|笔电|笔记本|软件|网站|网页|门锁?|微信|游戏|支付宝|花呗|抖音|淘宝|脸书|微博|好友`,
    takes: '请问达到贵宾的资产门槛怎么弄',
    leaves: '请问解冻怎么弄',
  },
  {
    when: raw`电话(?:卡)?(?:解锁|锁)|肉|鸡|鸭|鱼|虾|排骨|腩|[牛羊猪]扒|饺|汤圆|面团|牛排|食品|食物|冰箱|雪柜|微波炉|小区|城市|国境|疫情|股票|股权|系统|出厂|体力|身体`,
    takes: '冰箱里有土豆和鸡蛋能做什么',
    leaves: '能做什么',
  },
  {
    when: raw`聊天记录|(?<!什么|啥|咩|哪些|啲)文件|数据|水管|面包|蛋糕|默认|预设|单身|空调|冷气|闹钟|地图|角色|皮肤|关卡|限行`,
    takes: '昨天导出数据给记账软件没弄成',
    leaves: '昨天装网银控件没弄成',
  },
  {
    when: raw`(?:粤|台|英|日)[语文](?:怎么|咋|点)?样?[说讲念写]|邮箱|苹果id`,
    takes: '把电子账单改发到新邮箱要多久',
    leaves: '把电子账单改成纸质的要多久',
  },
];

/** What lies on a card, named by itself. */
export const held: readonly TextPattern[] = [];

/** What is called a card. */
export const cardNamed: readonly TextPattern[] = [
  {
    when: raw`卡|户|尾号|末四码|冻结|锁定|锁住|限制|止付|管控|管制|停用|佢|它|密码|张`,
    takes: '是它',
    leaves: '是我本人',
  },
];

/** The thing to be opened, named behind the verb. */
export const thingNamed: readonly TextPattern[] = [];

/** What asks for something. */
export const asked: readonly TextPattern[] = [
  {
    when: raw`帮|请|给我|同我|替我|我要|我想|想|麻烦|唔该|快(?!速)|急|可以|能|我的`,
    takes: '我的卡是正常状态还是冻结状态',
    leaves: '冻结状态',
  },
];

/** What tells of a wrong password. */
export const passwordErrors: readonly TextPattern[] = [
  {
    when: raw`密码`,
    takes: '密码错3次锁卡了，求解锁',
    leaves: '尾号0解锁',
  },
];

/** Words that mean unfreezing by themselves. */
export const strong: readonly TextPattern[] = [
  {
    when: raw`(?:冻结|锁定|限制|止付|管控|管制|停用)[^|]{0,4}(?:解除|取消|撤|去掉|拿掉)`,
    takes: '给我把那个限制去掉，我要用卡',
    leaves: '我要用卡 快打开',
  },
  {
    when: raw`(?:去掉|去除|拿掉|撤掉|移除)[^|]{0,4}(?:冻|锁|限|止|管)`,
    takes: '账户卡被锁，去除锁定',
    leaves: '提款卡被鎖，解除鎖定',
  },
  {
    when: raw`(?:冻结|锁定|限制|止付|管控|管制)[^|]{0,8}\|?[^|]{0,4}(?:去掉|去除|拿掉|移除|解除|取消)|重新(?:启用|激活|开通)`,
    takes: '卡冻结是我自己弄的 现在解除',
    leaves: '我自己凍結的 現在要解凍',
  },
  {
    when: raw`(?:帮我|帮手|请|给我|唔该|同我|即刻|快啲)(?:恢复|启用|激活|解除|开返)|^解除(?:一下)?(?:吧|返|呗|啦)?$`,
    takes: '请解除',
    leaves: '请勿解冻',
  },
  {
    when: raw`解(?!${otherWordsWithJie})`,
    takes: '请问解除冻结的具体步骤是什么',
    leaves: '凍結的定義是什麼',
  },
];

/** Words that say unfreezing and nothing else. */
export const plainly: readonly TextPattern[] = [
  {
    when: raw`解(?:冻|封|锁|除|卡)`,
    takes: '解冻我的卡',
    leaves: '这事怎么解决',
  },
];

/** Words that mean it of a card only. */
export const weak: readonly TextPattern[] = [
  {
    when: raw`恢复|启用|激活|开|用|放|取消|撤|能刷|正常|弄好`,
    takes: '开干',
    leaves: '你能干嘛',
  },
];

/** What makes a weak word mean it. */
export const card: readonly TextPattern[] = [
  {
    when: raw`卡|账户|帐户|户|佢|它|使用|功能|支付|付款`,
    takes: '是它',
    leaves: '是我本人',
  },
  {
    when: raw`冻|锁|限制|止付|管控|停用`,
    takes: '工行app上我的卡显示一把锁',
    leaves: 'app上显示的余额不对',
  },
];

/** What opens something, whatever it is. */
export const opening: readonly TextPattern[] = [
  {
    when: raw`解冻|解锁|解封`,
    takes: '解锁手机',
    leaves: '锁手机',
  },
];
