/** The words of which requests to unfreeze are made, and that by themselves make nothing else of them. */
const chinese =
  /早上好?|下午好?|晚上好?|早安|午安|早晨|不如|要不|着|呢|吖|张|移除|去除|解(?:冻|锁|封|开|除|返|咗|掉)?|恢复|启用|重新|取消|撤销|去掉|拿掉|打开|放开|开返|开|弄好?|冻结|冻住|冻|锁定|锁住|锁|限制|止付|管控|管制|停用|停|银行卡|借记卡|储蓄卡|信用卡|提款卡|金融卡|工资卡|卡片|卡|账户|帐户|户口|尾[号数]|末四码|号码?|这|那|呢|嗰|𠮶|张|个|我们?|本人|自己|的|之|嘅|请|麻烦|帮(?:我|忙|手)?|给|替|同|唔该|拜托|劳烦|您|你们?|你哋|想|需?要|可不可以|可唔可以|可以|能不能|可否|能|得唔得|行不行|行|好冇|好|吗|嘛|吧|呗|呀|啊|啦|喇|喔|哦|了|咗|一下|下|好冇|得冇|贵行|为我|银行|由于|因为|尽快|尽速|赶[紧快]|快(?:点|啲)?|马上|立[刻即]|即刻|急用?|现在|而家|今天|谢谢|多谢|感谢|您?好|办理?|申请|业务|功能|使用|正常|用|让|被|俾|把|将|就|先|再|所有|全部|佢|它|上|住|掉|返|来|嚟/g;
const english = new Set(
  (
    'please pls plz kindly just now hi hello hey can could would will you u i id im want wanna need like to my the ' +
    'this that a it its card cards crad debit credit bank atm visa mastercard account lift remove release take put ' +
    'turn switch make off freeze block hold lock restriction restrictions on from of for me again asap today right ' +
    'away immediately thanks thank help have get be is was has been frozen blocked locked suspended open back active ' +
    'usable working work ending in so ok yes yeah and let lets use urgently urgent sir madam mate dear quickly fast do ' +
    'if possible mind lifting removing trouble one own go ahead bank reopen back up out way s t suspension grateful kind could ill please good morning afternoon evening am wonder wondering youd possibly appreciate love ask asking request requesting trying ' +
    'since now too able soon still again hope hoping'
  ).split(' '),
);
const unfreezing =
  /^(?:un(?:freez|froz|block|lock|suspend|restrict)|re ?(?:activat|enabl|instat)|defrost)\w*$/;

/** Whether a plain text says nothing beside asking for unfreezing, so that there is little that it could mean else. */
export function isPlainRequest(plain: string): boolean {
  const strange = (plain.match(/[a-z]+/g) ?? []).some((word) => !english.has(word) && !unfreezing.test(word));
  return !strange && !/\p{Script=Han}/u.test(plain.replace(chinese, ''));
}
