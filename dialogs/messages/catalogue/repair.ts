import type { Catalogue } from './message.ts';

/** What is said when a conversation leaves its straight way: back, again, stop, another language. */
export const repair = {
  help: {
    'zh-Hans': {
      text: '我可以查询卡片是否被冻结、说明怎样解冻，或帮您解冻。办理中您随时可以说“返回”、“再说一遍”、“取消”或“人工”。',
    },
    'zh-Hant': {
      text: '我可以查詢卡片是否被凍結、說明如何解凍，或協助您解凍。辦理中您隨時可以說「返回」、「再說一遍」、「取消」或「專人客服」。',
    },
    en: {
      text: 'I can check whether a card is frozen, explain how to unfreeze it, or unfreeze it with you. At any step you can say “back”, “repeat”, “cancel” or “agent”.',
    },
  },
  whichOne: {
    'zh-Hans': { text: '好的，请问您要查询卡片、解冻卡片，还是找人工客服？' },
    'zh-Hant': { text: '好的，請問您要查詢卡片、解凍卡片，還是找專人客服？' },
    en: { text: 'Certainly. Would you like to check a card, unfreeze a card, or reach a person?' },
  },
  goodbye: {
    'zh-Hans': { text: '好的，需要时请随时再来。祝您一切顺利。' },
    'zh-Hant': { text: '好的，需要時請隨時再來。祝您一切順利。' },
    en: { text: 'All right. Come back whenever you need to. Have a good day.' },
  },
  otherLanguage: {
    'zh-Hans': { text: '我可以用简体中文、繁體中文或 English 与您交谈。Please choose a language.' },
    'zh-Hant': { text: '我可以用繁體中文、简体中文或 English 與您交談。Please choose a language.' },
    en: { text: 'I speak English, 简体中文 and 繁體中文. 请选择语言。請選擇語言。' },
  },
  'goBack.sent': {
    'zh-Hans': { text: '前一项已经加密送出，不能再改。请继续输入这一项，或者说“取消”。' },
    'zh-Hant': { text: '前一項已經加密送出，無法再更改。請繼續輸入這一項，或說「取消」。' },
    en: {
      text: 'What you gave before has been sent, sealed, and cannot be changed. Please go on with this one, or say “cancel”.',
    },
  },
  'leave.confirm': {
    'zh-Hans': { text: '您刚才提交的内容会作废，卡片保持冻结。要停止办理吗？' },
    'zh-Hant': { text: '您剛才提交的內容會作廢，卡片保持凍結。要停止辦理嗎？' },
    en: { text: 'What you have given so far would be void, and the card would stay frozen. Shall I stop?' },
  },
  'leave.confirmAgain': {
    'zh-Hans': { text: '请回答“是”或“不”：要停止办理吗？说“不”就继续。' },
    'zh-Hant': { text: '請回答「是」或「不」：要停止辦理嗎？說「不」就繼續。' },
    en: { text: 'Please answer yes or no: shall I stop? With no we go on.' },
  },
  'leave.help': {
    'zh-Hans': { text: '回答“是”，办理就停止；回答“不”，我们从刚才的地方继续。也可以说“人工”。' },
    'zh-Hant': { text: '回答「是」，辦理就停止；回答「不」，我們從剛才的地方繼續。也可以說「專人客服」。' },
    en: { text: 'With yes I stop here; with no we go on where we were. You can also ask for a person.' },
  },
  'leave.offerAgent': {
    'zh-Hans': { text: '如果不确定，工作人员可以帮您：{{agent}}。' },
    'zh-Hant': { text: '如果不確定，我們的人員可以協助您：{{agent}}。' },
    en: { text: 'If you are not sure, our staff can help: {{agent}}.' },
  },
  'silence.1': {
    'zh-Hans': { text: '我没有听到您的回答。' },
    'zh-Hant': { text: '我沒有聽到您的回答。' },
    en: { text: 'I did not hear an answer.' },
  },
  'silence.2': {
    'zh-Hans': { text: '不用着急，请慢慢来。需要帮忙可以说“人工”。' },
    'zh-Hant': { text: '不用著急，請慢慢來。需要協助可以說「專人客服」。' },
    en: { text: 'There is no hurry, take your time. If you would rather speak to a person, say “agent”.' },
  },
  'silence.3': {
    'zh-Hans': { text: '我一直没有听到您的回答，先不办理了，卡片没有任何变动。' },
    'zh-Hant': { text: '我一直沒有聽到您的回答，先不辦理了，卡片沒有任何變動。' },
    en: { text: 'I cannot hear you, so I stop here. Nothing about your card was changed.' },
  },
  takeYourTime: {
    'zh-Hans': { text: '好的，您慢慢来，我等您。' },
    'zh-Hant': { text: '好的，您慢慢來，我等您。' },
    en: { text: 'Of course, take your time.' },
  },
  begunAfresh: {
    'zh-Hans': { text: '抱歉，我们刚刚更新了系统，之前的对话无法继续，请重新开始。您的卡片没有受到影响。' },
    'zh-Hant': { text: '抱歉，我們剛剛更新了系統，先前的對話無法繼續，請重新開始。您的卡片沒有受到影響。' },
    en: {
      text: 'I am sorry, we have just been updated and I cannot go on with what we had begun. Let us start again; your card was not affected.',
    },
  },
  begunLater: {
    'zh-Hans': { text: '距离上次已有一段时间，为安全起见，我先重新查询您的卡片。' },
    'zh-Hant': { text: '距離上次已有一段時間，為安全起見，我先重新查詢您的卡片。' },
    en: { text: 'It has been a while, so to be safe I look at your card again.' },
  },
} satisfies Catalogue;
