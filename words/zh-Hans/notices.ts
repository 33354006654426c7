/** What the bank sends to a registered phone. `{{call}}` is one of `call`: how the customer reaches a person. */
export const notices = {
  call: {
    byPhone: '致电 {{phone}}',
    byCard: '拨打卡片背面的客服电话',
  },
  signed: '【{{short}}】{{text}}',
  signedInBrackets: '【{{short}}】{{text}}',
  unanswered: '{{text}}本短信请勿回复。',
  unfreezeReceipt:
    '您尾号 {{lastFour}} 的银行卡已于 {{at}} 通过{{channel}}解冻。如非本人操作，请立即回复“不是我”，或{{call}}。',
  unfreezeReceiptByCode:
    '您尾号 {{lastFour}} 的银行卡已于 {{at}} 通过{{channel}}解冻。如非本人操作，请立即在您熟悉的本行网站或 App 的“卡片服务”输入代码 {{code}}，或{{call}}。',
  attemptsFailed:
    '有人通过{{channel}}为您尾号 {{lastFour}} 的银行卡提交了不正确的信息（{{at}}）。卡片仍处于冻结状态。如是您本人，无需处理；如非本人，请{{call}}。',
  attemptsLocked:
    '因{{channel}}上多次信息不符，您尾号 {{lastFour}} 的银行卡已暂停办理解冻（{{at}}）。卡片仍处于冻结状态。如是您本人，可稍后再试；如非本人，请{{call}}。',
  cardFrozen:
    '已按您通过{{channel}}提出的要求，于 {{at}} 冻结您尾号 {{lastFour}} 的银行卡。需要再用时可以随时办理解冻。如非本人要求，请{{call}}。',
  freezeNoticed: '您尾号 {{lastFour}} 的银行卡已于 {{at}} 被冻结。需要解冻，请回复“解冻”，或{{call}}。',
  freezeNoticedNoReply:
    '您尾号 {{lastFour}} 的银行卡已于 {{at}} 被冻结。需要解冻，请打开您熟悉的本行网站或 App 的“卡片服务”，或{{call}}。',
  freezeNoticedForStaff: '您尾号 {{lastFour}} 的银行卡已于 {{at}} 被冻结，无法在线解冻，请{{call}}。',
  secureLink:
    '有人通过{{channel}}申请解冻您尾号 {{lastFour}} 的银行卡。如是您本人，请在 10 分钟内打开 {{address}} 办理，请勿转发。如非本人，请打开后点“不是我”。',
  secureCode:
    '有人通过{{channel}}申请解冻您尾号 {{lastFour}} 的银行卡。如是您本人，请自行打开您熟悉的本行网站或 App，选择“卡片服务”，在 10 分钟内输入代码 {{code}}，请勿告诉任何人。如非本人，请{{call}}。',
};
