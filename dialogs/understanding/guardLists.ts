import { either, raw } from './guardPattern.ts';

/** Whatever stands between two words of one clause; Chinese ones are counted in characters. */
export const words = (most: number) => `(?:[a-z0]+ ){0,${most}}`;
export const near = (most: number) => `[^|]{0,${most}}`;

/** An open end would be looked for at each such word in `liftliftlift`. */
export const lifting =
  '(?:un(?:freez|froz|froze|block|lock)|re ?activat|re ?enabl|lift|defrost|thaw)\\w{0,12}';
export const unfrozen = either(raw`
  un(?:froze|frozen|freezed|blocked|locked|thawed) | reactivated | reenabled | lifted | released | removed |
  taken off
`);

export const keptThings = either(raw`
  job | work | pin | pins | password | passcode | login | username | patience | temper | mind | hope |
  way | internet | signal | connection | keys? | id | passport | time | interest | faith | trust |
  weight | game | match | cat | dog | documents? | papers? | umbrella | glasses | charger | gloves |
  hat | ticket | parcel | luggage | phone number | count | track | wife | husband | mother | father
`);
export const negations = either(raw`
  didnt | did not | not | isnt | wasnt | never | havent | have not | dont | hasnt | no | without |
  arent
`);
export const takingBack = either(
  raw`cancel | undo | withdraw | lift | remove | retract | revoke | take back | reverse`,
);
export const keptThingsChinese = either(
  raw`工作? | 工 | 密码 | 身份证 | 身分证 | 证件 | 钥匙 | 锁匙 | 伞 | 遮 | 猫 | 狗 | 眼镜 | 耳机 | 安全帽 | 包裹 | 快递 | u盾 | 护照 | 存折`,
);
export const losing = either(raw`lost | lose | losing | forgot | stole | cant find | missing`);
export const losingOrStealing = either(raw`lost | lose | losing | stolen | stole | missing | gone`);
export const wondersChinese = either(
  raw`是不是 | 是 | 系咪 | 会不会 | 会唔会 | 不是 | 怎么知道 | 点知 | 怕是? | 像 | 该不会`,
);
export const stolen = either(raw`
  stolen | stole | stolne | steal\w* | theft | thief | robbed | mugged | pickpocket\w* | scammed |
  conned | fraud | fraudulent | skimmed | cloned | hacked | unauthori[sz]ed | nicked | pinched |
  snatched | swiped
`);
export const notDone = either(
  raw`make | made | buy | bought | authori[sz]e that | authori[sz]e this | recogni[sz]e`,
);
export const people = either(raw`
  who | whoever | someone | somebody | anyone | nobody | idiot | employee | clerk | he | she | they |
  bank | you | thief | scammer | hacker | stranger | person | man | woman | caller | guy | husband |
  wife | son | daughter | ex
`);
export const undoing = either(raw`
  undo | reverse | cancel | revoke | stop | withdraw | retract | ignore | disregard | drop | scrap |
  forget | take back | regret | opposite | against
`);
export const peopleChinese = either(raw`
  谁(?!来|能|可以|帮) | 哪个 | 哪位(?!能|可以) | 什么人 | 何人 | 乜人 | 边个(?!可以|帮|得闲|嚟) | 边位 | 有人 | 别人 | 他人 | 员工 | 职员 | 行员 |
  骗子 | 小偷 | 陌生人 | 公安 | 警察 | 假客服 | 对方
`);
export const fillersOfPeople = either(
  raw`else | has | have | had | just | already | ever | must have | secretly | went and | on \w+ \w+`,
);
export const beingDone = either(raw`
  is | was | were | has been | have been | had been | been | got | gets? | being | suddenly | already |
  its | now
`);
export const madeTo = either(raw`
  told | made | asked | forced | tricked | talked | wants? | convinced | got | called | pressed |
  begged
`);
export const notOrWho = either(
  raw`didnt | did not | never | havent | have not | hadnt | nobody | without | before i | who | why`,
);
export const allowing = either(
  raw`authori[sz]\w* | allow\w* | approv\w* | request\w* | permi\w* | consent\w* | agree\w*`,
);
export const wishedOrMay = either(
  raw`\b(?:want|need|like|love|get|can|could|may|have my|to|please)\b.{0,500}`,
);
export const pressed = either(
  raw`pressed | clicked | tapped | hit | chose | selected | picked | pushed | typed | said`,
);
export const wished = either(raw`\b(?:want|need|like|love|get|have|can|could|to|please)\b.{0,500}`);
export const askedToLiftIt = either(
  raw`(?:请|麻烦|帮|给我|替我|我想|我要|能|可以|快|唔该|把)${near(8)}解(?:冻|锁|封)?(?:了|咗)[^|]?`,
);
export const liftingOf = either(raw`unfreezing | unblocking | unlocking | unlock | unfreeze | unblock`);
export const fillersOfUndoing = either(raw`of | that | this | the | my | any | your | last | request | to`);
export const whyChinese = either(
  raw`为什么 | 为啥 | 为何 | 凭什么 | 点解(?!冻|锁|返|封|除|卡) | 怎么(?:会|就|又|自己|突然|我的)`,
);
export const afterwardsEnglish = either(raw`after | since | once | ever since | following | right after`);
export const neverChinese = either(
  raw`没有? | 冇 | 未 | 从未 | 从没 | 不是 | 唔系 | 并非 | 未经 | 压根 | 几时 | 何时 | 什么时候 | 啥时候 | 边有 | 哪有`,
);
export const requested = either(raw`\b(?:please|i (?:want to )?request)\b.{0,500}`);
export const byOthersChinese = either(
  raw`被 | 俾人 | 被人 | 遭 | 给人 | 居然 | 竟然 | 擅自 | 私自 | 偷偷 | 无啦啦 | 无缘无故 | 莫名其妙 | 自己`,
);
export const mistaps = either(
  raw`误点 | 误按 | 误触 | 点错 | 按错 | 撳错 | 揿错 | 按到 | 点到 | 撳到 | 揿到 | 选错 | 不小心 | 唔小心`,
);
export const askingChinese = either(
  raw`请 | 麻烦 | 帮我 | 给我 | 替我 | 我想 | 我要 | 能 | 可以 | 快 | 唔该 | 帮手 | 同我`,
);
export const afterwards = either(
  raw`之?后 | 以后 | 过后 | 当天 | 当晚 | 以来 | 通知 | 短信 | 短讯 | 简讯 | 成功`,
);
export const triedOrTyped = either(raw`tried | typed | entered | used | guessed`);
export const strangers = either(raw`somebody | someone | stranger | thief`);
export const takenBackChinese = either(raw`取消 | 撤销 | 撤回 | 撤了 | 撤掉 | 作废 | 停止 | 反悔 | 后悔`);
export const askedToLift = either(raw`[帮请给要想烦该][^|]{0,500}(?:解除|取消|撤销|恢复)(?:了|咗)?`);
export const askedBefore = either(raw`(?:请|麻烦|帮|给我|替我|我想|我要|能|可以|可否)[^|]{0,8}`);
export const notWanting = either(raw`
  dont | do not | never | not | no need | rather not | instead of | refuse | stop | shouldnt |
  should not | mustnt | must not | neednt | no wish | unwilling | not willing | no intention |
  dont wish
`);
export const fillersOfRefusal = either(raw`
  to | want | wanna | you | it | please | ever | need | even | try | think | be | have | having | my |
  card | dare | wish | like | really | willing | of | the | now
`);
export const notChinese = either(raw`
  不要 | 不用 | 不想 | 不需要 | 不必 | 不准 | 不许 | 不能让 | 不打算 | 没打算 | 没想 | 没有要 | 不考虑 | 不愿意? | 不同意 | 别 | 勿 | 禁止 | 唔好 |
  唔使 | 唔要 | 唔想 | 唔需要 | 唔打算 | 冇话要 | 先不 | 先别 | 先唔好 | 暂不 | 暂时不 | 暂时唔 | 拒绝 | 咪 | 甭 | 千祈 | 停止 | 无需 | 没必要 |
  没说要 | 不 | 唔
`);
export const noLonger = either(raw`
  no longer | not anymore | anymore | any more | against | postpone | delay | skip | without |
  instead of | rather than | except | before
`);
export const fillersOfRefusalChinese = either(raw`
  再 | 重新 | 要 | 会 | 去 | 来 | 急着 | 急 | 给我 | 帮我 | 让人 | 随便 | 先 | 把 | 我的? | 嘅 | 你们? | 的?卡片? | 张 | 这么快 | 住 |
  郁 | 办 | 理 | 现在 | 给 | 打算
`);
export const notNeeded = either(raw`anymore | any more | can wait | isnt needed | not needed | unnecessary`);
export const isOrCan = either(raw`is | isnt | can | could | will | would | wont | was | has | needs`);
export const laterChinese = either(
  raw`以后 | 下次 | 改天 | 迟啲 | 第日 | 晚点 | 过几天 | 明天 | 今天不 | 回头`,
);
export const liftedState = either(raw`unfrozen | unblocked | unlocked`);
export const frozenBefore = either(
  raw`\b(?:froze|frozen|freeze|blocked|block|locked|lock|suspended|stopped|hold)\b.{0,200}`,
);
export const frozenBehind = either(
  raw`.{0,200}\b(?:froze|frozen|freeze|blocked|block|locked|lock|suspended|stopped|hold)\b`,
);
export const relativesChinese = either(raw`
  朋友 | 同事 | 同学 | 邻居 | 亲戚 | 室友 | 客户 | 爸爸? | 妈妈? | 爷爷 | 奶奶 | 外婆 | 外公 | 哥哥? | 弟弟? | 姐姐? | 妹妹? | 细佬 | 大佬 |
  家姐 | 老公 | 老婆 | 太太 | 先生 | 儿子 | 女儿 | 个仔 | 个女
`);
export const nobody = either(raw`
  nobody | no one | noone | so that none | dont let | do not let | stop anyone | prevent | unusable |
  lock ?down
`);
export const freezeBefore = either(raw`\b(?:back on|freeze|block|hold|lock|restriction)\b.{0,500}`);
export const freezeBehind = either(raw`.{0,500}\b(?:back on|freeze|block|hold|lock|restriction)`);
export const liftBehind = either(raw`.{0,500}\b(?:lift|remov|off|undo|unf|unbl|unl)`);
export const meaning = either(raw`
  what (?:does|do|is|are|exactly|on earth) | whats | meaning | difference | define | definition |
  spell | translate | mean | means | meant | stands? for | term
`);
export const customerOrBank = either(raw`you | u\b | i\b | we\b | it\b | my | some | the bank`);
export const things = either(raw`
  screens? | phone | mobile | iphone | android | app | website | site | browser | computer | laptop |
  macbook | mac | pc | tablet | ipad | doors? | car | house | home | sim | wifi | windows | keyboard |
  whatsapp | facebook | instagram | wechat | youtube | netflix | steam | game | trading | brokerage |
  gaming | email | friend | contact | caller | chicken | meat | beef | food | fish | pizza | turkey |
  mince | bread | dough | peas | pipes? | fridge | freezer | dinner | windscreen | files? | pdf | safe |
  gym | profile | user | level | nose | sink | toilet | bike | tv
`);
export const otherCards = either(raw`
  sim | gift | library | membership | loyalty | student | gym | graphics | memory | octopus |
  insurance | health | business | post | key
`);
export const askingHow = either(raw`
  how | hw | where | which | when | procedure | process | steps? | instructions? | instruct | inform |
  advise | regarding | about | requirements? | explain | guide | walk |
  what (?:do|does|will|would|must|should|can|if|happens|documents?|papers?|paperwork|information|form|steps|proof|id) |
  is there | is it possible | any (?:way|charge|fee|cost) | cost | costs | fee | fees | charge |
  charges | free | must | do i | does it | should i | who do i | whom
`);
export const placesAndTimes = either(raw`
  国外 | 境外 | 海外 | 外地 | 异地 | 晚上? | 夜晚 | 半夜 | 周末 | 周日 | 星期日 | 礼拜日 | 假期 | 节假日 | 现在 | 没带[^|]{1,4} |
  冇带[^|]{1,4}
`);
export const helpersChinese = either(
  raw`秘书 | 助理 | 律师 | 朋友 | 同事 | 家人 | 屋企人 | 太太 | 先生 | 老公 | 老婆 | 儿子 | 女儿 | 个仔 | 个女 | 爸 | 妈`,
);
export const remotelyChinese = either(
  raw`网上 | 在线 | 线上 | 手机 | 电话 | 自己 | 远程 | 异地 | 国外 | 代 | 叫 | 让`,
);
export const fearing = either(raw`
  afraid | scared | worried | fear | what if | what now | might | may | could | would | will i | if i |
  in case | always | never | right | correct | how (?:many|often) | didnt | did not | havent |
  have not | not
`);
export const wrongAndLocked = either(
  raw`.{0,500}(?:wrong|incorrect).{0,500}\b(?:un|please|lock|block|froze)`,
);
export const fearingChinese = either(
  raw`(?<![好了咗])几次 | 几多次 | 多少次 | 会(?:锁|怎|点|被|不会|唔会) | 怕 | 担心 | 惊 | 如果 | 要是 | 万一 | 假如 | 小心`,
);
export const howManyTries = either(
  raw`(?<![好了咗])几次 | 几多次 | 多少次 | 会锁 | 会怎 | 会点 | 会被 | 会不会 | 会唔会`,
);
export const liftingWords = either(raw`
  un(?:freez|froz|block|lock|paus|suspend|restrict)\w* | defrost\w* | thaw\w* | jiedong | jie dong |
  jiesuo | jie suo | freeze | block | hold | lock | restrictions? | suspension
`);
export const otherWordsWithJie = either(
  raw`释 | 答 | 决 | 放 | 散 | 雇 | 约 | 绑 | 除(?!.{0,500}(?:冻|锁|限|管|停|止|卡|户|睡|警|封)) | 闷`,
);
export const openingWords = either(raw`
  lift | releas | restor | undo | reactivat | re ?activat | activat | active | enabl | re ?enabl |
  reinstat | resum | free | open | reopen | turn | switch | work | use | using | usable | pay | access |
  back
`);
export const cardWords = either(raw`
  cards? | crad | visa | mastercard | debit | credit | accounts? | plastic | amex | maestro | atm |
  bank | pin | password
`);
