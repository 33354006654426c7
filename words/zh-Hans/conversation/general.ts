import type { Wordings } from '../../../kit/wording.ts';

export const general = {
  greeting: {
    text: '您好，我是银行卡解冻助手。我可以查询您的卡片是否被冻结，并帮您在线解冻，不用去网点。请问您要办什么？',
    speech: '银行卡服务。找工作人员请按 0。',
  },
  // In place of the greeting where the bank has named itself.
  'greeting.named': {
    text: '您好，我是{{bank}}的银行卡解冻助手。我可以查询您的卡片是否被冻结，并帮您在线解冻，不用去网点。请问您要办什么？',
    speech: '{{bank}}。找工作人员请按 0。',
  },
  anythingElse: { text: '还有什么可以帮您？', speech: '还要办什么？' },
  thanks: '不客气，祝您一切顺利。',
  cancelled: { text: '好的，已取消，您的卡片没有任何变动。', speech: '好的，已取消，没有任何变动。' },
  nothingToCancel: '目前没有正在办理的事项。',
  startedOver: { text: '好的，我们从头开始。请问您要办什么？', speech: '好的，我们从头开始。' },
  'language.changed': '好的，我们用简体中文继续。',
  'language.which': { text: '请选择语言：简体中文、繁體中文或 English。', speech: '请选择语言。' },
  'notUnderstood.1': {
    text: '抱歉，我没有听懂。我可以查询卡片状态、说明怎样解冻，或帮您解冻卡片。',
    speech: '抱歉，我没有听懂。',
  },
  'notUnderstood.2': {
    text: '抱歉，我还是没有听懂。您可以点选下面的选项，或者直接说“我的卡被冻结了”。余额、转账等其他业务我办不了。',
    speech: '抱歉，我还是没有听懂，请用按键。',
  },
  'notUnderstood.3': {
    text: '抱歉，我没能帮上忙。请与人工客服联系：{{agent}}。您也可以点选下面的选项继续。',
    speech: '抱歉，我没能帮上忙。',
  },
  strayedSecret: {
    text: '您刚才发的内容像是证件号码或密码。我没有要求您提供，已从对话记录中抹去。请只在我询问时提供。',
    speech: '这像是证件号码或密码，我没有保存。请等我询问时再用按键输入。',
  },
  formOver: { text: '这个输入框已失效，刚才的内容没有使用。', speech: '刚才的内容没有使用。' },
  onlyText: '抱歉，我只能读文字，看不了图片、文件或位置。',
  onlyPrivate: { text: '银行卡的事不便在群里谈，请与我单独对话。', speech: '银行卡的事，请与我单独谈。' },
  trouble: {
    text: '抱歉，我们的系统暂时出了问题。请稍后再试一次；如果着急，{{agent}}。本次问题的编号是 {{reference}}。',
    speech: '抱歉，我们的系统暂时出了问题。',
  },
} satisfies Wordings;
