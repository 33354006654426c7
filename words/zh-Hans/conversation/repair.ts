import type { Wordings } from '../../../kit/wording.ts';

/** What is said when a conversation leaves its straight way: back, again, stop, another language. */
export const repair = {
  help: {
    text: '我可以查询卡片是否被冻结、说明怎样解冻，或帮您解冻。办理中您随时可以说“返回”、“再说一遍”、“取消”或“人工”。',
    speech: '我可以查询和解冻卡片。可以说返回、再说一遍、取消。找工作人员请按 0。',
  },
  whichOne: {
    text: '好的，请问您要查询卡片、解冻卡片，还是找人工客服？',
    speech: '您要查询卡片、解冻卡片，还是找工作人员？',
  },
  goodbye: '好的，需要时请随时再来。祝您一切顺利。',
  otherLanguage: {
    text: '我可以用简体中文、繁體中文或 English 与您交谈。Please choose a language.',
    speech: '我会说普通话、国语和英语，请选择语言。',
  },
  'goBack.sent': {
    text: '前一项已经加密送出，不能再改。请继续输入这一项，或者说“取消”。',
    speech: '前一项已送出，不能再改。请继续。',
  },
  'leave.confirm': {
    text: '您刚才提交的内容会作废，卡片保持冻结。要停止办理吗？',
    speech: '刚才的内容会作废。要停止吗？',
  },
  'leave.confirmAgain': {
    text: '请回答“是”或“不”：要停止办理吗？说“不”就继续。',
    speech: '请回答：要停止吗？',
  },
  'leave.help': {
    text: '回答“是”，办理就停止；回答“不”，我们从刚才的地方继续。也可以说“人工”。',
    speech: '不停止，就从刚才的地方继续。',
  },
  'leave.offerAgent': '如果不确定，工作人员可以帮您：{{agent}}。',
  'silence.1': { text: '我没有听到您的回答。', speech: '没有听到您的回答。' },
  'silence.2': {
    text: '不用着急，请慢慢来。需要帮忙可以说“人工”。',
    speech: '不用着急。找工作人员，按 0 和井号键。',
  },
  'silence.3': {
    text: '我一直没有听到您的回答，先不办理了，卡片没有任何变动。',
    speech: '一直没有听到您的回答，先不办理了，没有任何变动。',
  },
  takeYourTime: '好的，您慢慢来，我等您。',
  beingUpdated: {
    text: '系统正在升级，我暂时无法接着办理。请过一分钟再说一次，您之前的办理进度不变。',
    speech: '系统正在升级，请过一分钟再说一次。',
  },
  begunAfresh: {
    text: '抱歉，我们刚刚更新了系统，之前的对话无法继续，请重新开始。您的卡片没有受到影响。',
    speech: '抱歉，系统刚更新，请重新开始。您的卡没有受影响。',
  },
  begunLater: {
    text: '距离上次已有一段时间，为安全起见，我先重新查询您的卡片。',
    speech: '隔了一段时间，我重新查询您的卡。',
  },
} satisfies Wordings;
