import { either, raw } from '../../../kit/pattern.ts';

/** Whatever stands between two words of one clause, counted in characters. */
export const near = (most: number) => `[^|]{0,${most}}`;
export const keptThings = either(
  raw`工作? | 工 | 密码 | 身份证 | 身分证 | 证件 | 钥匙 | 锁匙 | 伞 | 遮 | 猫 | 狗 | 眼镜 | 耳机 | 安全帽 | 包裹 | 快递 | u盾 | 护照 | 存折`,
);
export const wonders = either(
  raw`是不是 | 是 | 系咪 | 会不会 | 会唔会 | 不是 | 怎么知道 | 点知 | 怕是? | 像 | 该不会`,
);
export const people = either(raw`
  是谁 | 谁(?=帮[^|]{0,4}的) | 谁(?!来|能|可以|帮) | 哪个 | 哪位(?!能|可以) | 什么人 | 何人 | 乜人 | 边个(?!可以|帮|得闲|嚟) |
  边位 | 有人 | 别人 | 他人 | 员工 | 职员 | 行员 |
  骗子 | 小偷 | 陌生人 | 公安 | 警察 | 假客服 | 对方
`);
export const askedToLiftIt = either(
  raw`(?:请|麻烦|帮|给我|替我|我想|我要|能|可以|快|唔该|把)${near(8)}解(?:冻|锁|封)?(?:了|咗)[^|]?`,
);
export const why = either(
  raw`为什么 | 为啥 | 为何 | 凭什么 | 点解(?!冻|锁|返|封|除|卡) | 怎么(?:会|就|又|自己|突然|我的)`,
);
/** What ends a freeze that stands, before the word for a new one. */
export const noMore = either(
  raw`不 | 不要 | 不用 | 不必 | 不想 | 不需要 | 别 | 莫 | 莫要 | 唔好 | 唔使 | 唔要 | 唔想 | 甭 | 无需 | 毋须`,
);
export const never = either(
  raw`没有? | 冇 | 未 | 从未 | 从没 | 不是 | 唔系 | 并非 | 未经 | 压根 | 几时 | 何时 | 什么时候 | 啥时候 | 边有 | 哪有`,
);
export const byOthers = either(
  raw`被 | 俾人 | 被人 | 遭 | 给人 | 居然 | 竟然 | 擅自 | 私自 | 偷偷 | 无啦啦 | 无缘无故 | 莫名其妙 | 自己`,
);
export const mistaps = either(
  raw`误点 | 误按 | 误触 | 点错 | 按错 | 撳错 | 揿错 | 按到 | 点到 | 撳到 | 揿到 | 选错 | 不小心 | 唔小心`,
);
export const asking = either(
  raw`请 | 麻烦 | 帮我 | 给我 | 替我 | 我想 | 我要 | 能 | 可以 | 快 | 唔该 | 帮手 | 同我`,
);
export const afterwards = either(
  raw`之?后 | 以后 | 过后 | 当天 | 当晚 | 以来 | 通知 | 短信 | 短讯 | 简讯 | 成功`,
);
export const takenBack = either(raw`取消 | 撤销 | 撤回 | 撤了 | 撤掉 | 作废 | 停止 | 反悔 | 后悔`);
export const askedToLift = either(raw`[帮请给要想烦该把][^|]{0,500}(?:解除|取消|撤销|恢复)(?:了|咗)?`);
export const askedBefore = either(raw`(?:请|麻烦|帮|给我|替我|我想|我要|能|可以|可否)[^|]{0,8}`);
export const not = either(raw`
  不要 | 不用 | 不想 | 不需要 | 不必 | 不准 | 不许 | 不能让 | 不打算 | 没打算 | 没想 | 没有要 | 不考虑 | 不愿意? | 不同意 | 别 | 勿 | 禁止 | 唔好 |
  唔使 | 唔要 | 唔想 | 唔需要 | 唔打算 | 冇话要 | 先不 | 先别 | 先唔好 | 暂不 | 暂时不 | 暂时唔 | 拒绝 | 咪 | 甭 | 千祈 | 停止 | 无需 | 没必要 |
  没说要 | 不 | 唔
`);
export const fillersOfRefusal = either(raw`
  再 | 重新 | 要 | 会 | 去 | 来 | 急着 | 急 | 给我 | 帮我 | 让人 | 随便 | 先 | 把 | 我的? | 嘅 | 你们? | 的?卡片? | 张 | 这么快 | 住 |
  郁 | 办 | 理 | 现在 | 给 | 打算
`);
export const later = either(raw`以后 | 下次 | 改天 | 迟啲 | 第日 | 晚点 | 过几天 | 明天 | 今天不 | 回头`);
export const relatives = either(raw`
  朋友 | 同事 | 同学 | 邻居 | 亲戚 | 室友 | 客户 | 爸爸? | 妈妈? | 父亲 | 母亲 | 他 | 她 | 佢 |
  爷爷 | 奶奶 | 外婆 | 外公 | 哥哥? | 弟弟? | 姐姐? | 妹妹? | 细佬 | 大佬 |
  家姐 | 老公 | 老婆 | 太太 | 先生 | 儿子 | 女儿 | 个仔 | 个女
`);
export const placesAndTimes = either(raw`
  国外 | 境外 | 海外 | 外地 | 异地 | 晚上? | 夜晚 | 半夜 | 周末 | 周日 | 星期日 | 礼拜日 | 假期 | 节假日 | 现在 | 没带[^|]{1,4} |
  冇带[^|]{1,4}
`);
export const helpers = either(
  raw`秘书 | 助理 | 律师 | 朋友 | 同事 | 家人 | 屋企人 | 太太 | 先生 | 老公 | 老婆 | 儿子 | 女儿 | 个仔 | 个女 | 爸 | 妈`,
);
export const remotely = either(
  raw`网上 | 在线 | 线上 | 手机 | 电话 | 自己 | 远程 | 异地 | 国外 | 代 | 叫 | 让`,
);
export const fearing = either(
  raw`(?<![好了咗])几次 | 几多次 | 多少次 | 会(?:锁|怎|点|被|不会|唔会) | 怕 | 担心 | 惊 | 如果 | 要是 | 万一 | 假如 | 小心`,
);
export const howManyTries = either(
  raw`(?<![好了咗])几次 | 几多次 | 多少次 | 会锁 | 会怎 | 会点 | 会被 | 会不会 | 会唔会`,
);
export const otherWordsWithJie = either(
  raw`释 | 答 | 决 | 放 | 散 | 雇 | 约 | 绑 | 除(?!.{0,500}(?:冻|锁|限|管|停|止|卡|户|睡|警|封)) | 闷`,
);
export const lacking = either(
  raw`没有 | 没带 | 冇带 | 冇 | 只有 | 净系得 | 净系有 | 不在 | 唔喺 | 忘带 | 忘了带 | 过期 | 光拿 | 收不到 | 收唔到`,
);
/** Words that ask, and behind which a freeze is wished for. */
export const asksAtOnce = either(raw`
  请 | 麻烦 | 唔该 | 帮我 | 帮手 | 立即 | 立刻 | 马上 | 即刻 | 先行 | 暂时 | 赶紧 | 快 | 我要 | 我想 | 希望
`);
/** Words that end a freeze, or tell of one that stands. */
export const liftingHan = either(
  raw`解 | 取消 | 撤 | 去掉 | 拿掉 | 恢复 | 放 | 开 | 消 | 不 | 别 | 唔 | 被 | 了 | 咗 | 着 | 正常 | 还原 | 复活 | 退冰 | 启用 | 激活 | 重新`,
);
export const ofCard = raw`(?:住|上|掉|起|一下)?(?:本|该|这|那|嗰|佢|它|我的|我嘅|我)?张?(?:银行|信用|提款|金融)?(?:卡|账户|帐户|户口)`;
/** The bank, or the time when it suspected a fraud. */
export const bankThen = '(?:系统|银行|你们|你哋|之前|当时|头先|上次)';
/** That it froze the card upon that: who reports a fraud tells of no such thing. */
export const frozeThen = '(?=[^|]{0,8}\\|?[^|]{0,4}(?:冻|停|封|锁|限))';
