import type { Wordings } from '../../../kit/wording.ts';

/** What is said when a conversation leaves its straight way: back, again, stop, another language. */
export const repair = {
  help: {
    text: '我可以查询卡片是否被冻结、说明怎样解冻，或帮您解冻。办理中您随时可以说“返回”、“再说一遍”、“取消”或“人工”。',
    speech: '我可以查询卡片是否被冻结，也可以帮您解冻。随时可以说：返回、再说一遍、取消。按 0 找工作人员。',
  },
  whichOne: '好的，请问您要查询卡片、解冻卡片，还是找人工客服？',
  goodbye: '好的，需要时请随时再来。祝您一切顺利。',
  otherLanguage: '我可以用简体中文、繁體中文或 English 与您交谈。Please choose a language.',
  'goBack.sent': '前一项已经加密送出，不能再改。请继续输入这一项，或者说“取消”。',
  'leave.confirm': '您刚才提交的内容会作废，卡片保持冻结。要停止办理吗？',
  'leave.confirmAgain': '请回答“是”或“不”：要停止办理吗？说“不”就继续。',
  'leave.help': '回答“是”，办理就停止；回答“不”，我们从刚才的地方继续。也可以说“人工”。',
  'leave.offerAgent': '如果不确定，工作人员可以帮您：{{agent}}。',
  'silence.1': '我没有听到您的回答。',
  'silence.2': {
    text: '不用着急，请慢慢来。需要帮忙可以说“人工”。',
    speech: '不用着急，请慢慢来。要找工作人员，请按 0 再按井号键。',
  },
  'silence.3': '我一直没有听到您的回答，先不办理了，卡片没有任何变动。',
  takeYourTime: '好的，您慢慢来，我等您。',
  begunAfresh: '抱歉，我们刚刚更新了系统，之前的对话无法继续，请重新开始。您的卡片没有受到影响。',
  begunLater: '距离上次已有一段时间，为安全起见，我先重新查询您的卡片。',
} satisfies Wordings;
