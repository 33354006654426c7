import type { Catalogue } from './message.ts';

export const general = {
  greeting: {
    'zh-Hans': {
      text: '您好，我是银行卡解冻助手。我可以查询您的卡片是否被冻结，并帮您在线解冻，不用去网点。请问您要办什么？',
    },
    'zh-Hant': {
      text: '您好，我是銀行卡解凍助手。我可以查詢您的卡片是否被凍結，並協助您線上解凍，不用到分行。請問您要辦什麼？',
    },
    en: {
      text: 'Hello, I am the card assistant. I can check whether your card is frozen and help you unfreeze it here, without a visit to a branch. What can I do for you?',
    },
  },
  anythingElse: {
    'zh-Hans': { text: '还有什么可以帮您？' },
    'zh-Hant': { text: '還有什麼可以幫您？' },
    en: { text: 'Is there anything else I can do for you?' },
  },
  thanks: {
    'zh-Hans': { text: '不客气，祝您一切顺利。' },
    'zh-Hant': { text: '不客氣，祝您一切順利。' },
    en: { text: 'You are welcome. Have a good day.' },
  },
  cancelled: {
    'zh-Hans': { text: '好的，已取消，您的卡片没有任何变动。' },
    'zh-Hant': { text: '好的，已取消，您的卡片沒有任何變動。' },
    en: { text: 'All right, I have stopped. Nothing about your card was changed.' },
  },
  nothingToCancel: {
    'zh-Hans': { text: '目前没有正在办理的事项。' },
    'zh-Hant': { text: '目前沒有正在辦理的事項。' },
    en: { text: 'There is nothing under way to cancel.' },
  },
  startedOver: {
    'zh-Hans': { text: '好的，我们从头开始。请问您要办什么？' },
    'zh-Hant': { text: '好的，我們從頭開始。請問您要辦什麼？' },
    en: { text: 'All right, let us start again. What can I do for you?' },
  },
  'language.changed': {
    'zh-Hans': { text: '好的，我们用简体中文继续。' },
    'zh-Hant': { text: '好的，我們用繁體中文繼續。' },
    en: { text: 'All right, let us go on in English.' },
  },
  'language.which': {
    'zh-Hans': { text: '请选择语言：简体中文、繁體中文或 English。' },
    'zh-Hant': { text: '請選擇語言：简体中文、繁體中文或 English。' },
    en: { text: 'Which language would you like: 简体中文, 繁體中文 or English?' },
  },
  'notUnderstood.1': {
    'zh-Hans': { text: '抱歉，我没有听懂。我可以查询卡片状态、说明怎样解冻，或帮您解冻卡片。' },
    'zh-Hant': { text: '抱歉，我沒有聽懂。我可以查詢卡片狀態、說明如何解凍，或協助您解凍卡片。' },
    en: {
      text: 'Sorry, I did not understand. I can check the status of a card, explain how to unfreeze it, or unfreeze it with you.',
    },
  },
  'notUnderstood.2': {
    'zh-Hans': {
      text: '抱歉，我还是没有听懂。您可以点选下面的选项，或者直接说“我的卡被冻结了”。余额、转账等其他业务我办不了。',
    },
    'zh-Hant': {
      text: '抱歉，我還是沒有聽懂。您可以點選下面的選項，或直接說「我的卡被凍結了」。餘額、轉帳等其他業務我無法辦理。',
    },
    en: {
      text: 'Sorry, I still do not understand. Please choose one of the options, or say “my card is frozen”. I cannot help with balances, transfers and the like.',
    },
  },
  'notUnderstood.3': {
    'zh-Hans': { text: '抱歉，我没能帮上忙。请与人工客服联系：{{agent}}。您也可以点选下面的选项继续。' },
    'zh-Hant': { text: '抱歉，我沒能幫上忙。請與專人客服聯絡：{{agent}}。您也可以點選下面的選項繼續。' },
    en: {
      text: 'I am sorry that I could not help. Our staff can: {{agent}}. Or choose one of the options to go on here.',
    },
  },
  strayedSecret: {
    'zh-Hans': {
      text: '您刚才发的内容像是证件号码或密码。我没有要求您提供，已从对话记录中抹去。请只在我询问时提供。',
    },
    'zh-Hant': {
      text: '您剛才傳送的內容像是證件號碼或密碼。我沒有請您提供，已從對話紀錄中抹除。請只在我詢問時提供。',
    },
    en: {
      text: 'What you sent looks like a document number or a password. I had not asked for it and have removed it from this conversation. Please give such things only when I ask for them.',
    },
  },
  formOver: {
    'zh-Hans': { text: '这个输入框已失效，刚才的内容没有使用。' },
    'zh-Hant': { text: '這個輸入框已失效，剛才的內容沒有使用。' },
    en: { text: 'That form is no longer in use, and what you entered was not used.' },
  },
  onlyText: {
    'zh-Hans': { text: '抱歉，我只能读文字，看不了图片、文件或位置。' },
    'zh-Hant': { text: '抱歉，我只能讀文字，無法查看圖片、檔案或位置。' },
    en: { text: 'Sorry, I can only read text, not pictures, files or places.' },
  },
  onlyPrivate: {
    'zh-Hans': { text: '银行卡的事不便在群里谈，请与我单独对话。' },
    'zh-Hant': { text: '銀行卡的事不便在群組裡談，請與我單獨對話。' },
    en: { text: 'Cards are a private matter. Please write to me in a chat of our own, not in a group.' },
  },
  trouble: {
    'zh-Hans': {
      text: '抱歉，我们的系统暂时出了问题。请稍后再试一次；如果着急，{{agent}}。',
    },
    'zh-Hant': {
      text: '抱歉，我們的系統暫時發生問題。請稍後再試一次；如果急用，{{agent}}。',
    },
    en: {
      text: 'Sorry, something went wrong on our side just now. Please try again in a moment; if it is urgent, {{agent}}.',
    },
  },
} satisfies Catalogue;
