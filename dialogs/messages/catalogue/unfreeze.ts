import type { Catalogue } from './message.ts';

export const unfreeze = {
  'unfreeze.confirm': {
    'zh-Hans': { text: '现在解冻尾号 {{lastFour}} 的卡片吗？' },
    'zh-Hant': { text: '現在解凍末四碼 {{lastFour}} 的卡片嗎？' },
    en: { text: 'Shall I unfreeze the card ending {{lastFour}} now?' },
  },
  'unfreeze.confirmAgain': {
    'zh-Hans': { text: '请回答“是”或“不”：现在解冻尾号 {{lastFour}} 的卡片吗？' },
    'zh-Hant': { text: '請回答「是」或「不」：現在解凍末四碼 {{lastFour}} 的卡片嗎？' },
    en: { text: 'Please answer yes or no: shall I unfreeze the card ending {{lastFour}} now?' },
  },
  'unfreeze.confirmHelp': {
    'zh-Hans': { text: '回答“是”，我就开始为您解冻；回答“不”，卡片保持冻结。也可以说“人工”。' },
    'zh-Hant': { text: '回答「是」，我就開始為您解凍；回答「不」，卡片保持凍結。也可以說「專人客服」。' },
    en: {
      text: 'Say yes and we begin to unfreeze the card; say no and it stays frozen. You can also ask for a person.',
    },
  },
  'unfreeze.offerAgent': {
    'zh-Hans': { text: '如果不确定，工作人员可以帮您：{{agent}}。卡片保持冻结也没有关系。' },
    'zh-Hant': { text: '如果不確定，我們的人員可以協助您：{{agent}}。卡片保持凍結也沒有關係。' },
    en: {
      text: 'If you are not sure, our staff can help: {{agent}}. It does no harm to leave the card frozen.',
    },
  },
  'unfreeze.declined': {
    'zh-Hans': { text: '好的，尾号 {{lastFour}} 的卡片保持冻结。您随时可以回来解冻。' },
    'zh-Hant': { text: '好的，末四碼 {{lastFour}} 的卡片保持凍結。您隨時可以回來解凍。' },
    en: { text: 'All right, the card ending {{lastFour}} stays frozen. You can come back at any time.' },
  },
  'unfreeze.statusChanged': {
    'zh-Hans': { text: '尾号 {{lastFour}} 的卡片状态刚刚有变化，请重新查询一次。' },
    'zh-Hant': { text: '末四碼 {{lastFour}} 的卡片狀態剛剛有變化，請重新查詢一次。' },
    en: { text: 'The status of the card ending {{lastFour}} has just changed. Please check it once more.' },
  },
  'outcome.unfrozen': {
    'zh-Hans': {
      text: '验证通过，尾号 {{lastFour}} 的卡片已解冻，现在可以使用了。我们会给您预留的手机号发送通知。',
    },
    'zh-Hant': {
      text: '驗證通過，末四碼 {{lastFour}} 的卡片已解凍，現在可以使用了。我們會傳送通知到您留存的手機號碼。',
    },
    en: {
      text: 'Thank you, that was right. The card ending {{lastFour}} is unfrozen and can be used now. We will send a notice to your registered phone.',
    },
  },
  'outcome.notAccepted': {
    'zh-Hans': {
      text: '您提供的信息与银行预留的不一致，卡片仍然冻结。您还可以再试 {{count}} 次，请仔细核对。',
    },
    'zh-Hant': {
      text: '您提供的資訊與銀行留存的不一致，卡片仍然凍結。您還可以再試 {{count}} 次，請仔細核對。',
    },
    en: {
      text: 'What you gave does not match what the bank has on file, and the card is still frozen. Tries left: {{count}}. Please check carefully.',
    },
  },
  'outcome.notAcceptedAgain': {
    'zh-Hans': {
      text: '信息仍与银行预留的不一致，卡片仍然冻结，还可以再试 {{count}} 次。请确认：证件是您在银行登记的那一种，密码是取款用的六位密码。不确定的话，{{agent}}。',
    },
    'zh-Hant': {
      text: '資訊仍與銀行留存的不一致，卡片仍然凍結，還可以再試 {{count}} 次。請確認：證件是您在銀行登記的那一種，密碼是提款用的六位數密碼。不確定的話，{{agent}}。',
    },
    en: {
      text: 'That does not match either, and the card is still frozen. Tries left: {{count}}. Use the document that you registered with the bank, and the six digits for withdrawals. If you are not sure, {{agent}}.',
    },
  },
  'outcome.locked': {
    'zh-Hans': {
      text: '信息多次不一致，为保护您的账户，这张卡的在线解冻已暂停，约 {{wait}}后可以再试。卡片仍然冻结，没有其他影响。如果着急，{{agent}}，或者说“发链接给我”，在您预留的手机上办理。',
    },
    'zh-Hant': {
      text: '資訊多次不一致，為保護您的帳戶，這張卡的線上解凍已暫停，約 {{wait}}後可以再試。卡片仍然凍結，沒有其他影響。如果急用，{{agent}}，或說「傳連結給我」，在您留存的手機上辦理。',
    },
    en: {
      text: 'The information did not match several times. To protect your account, unfreezing this card here is paused; you can try again in about {{wait}}. The card stays frozen. If it is urgent, {{agent}}, or say “send me a link” to do it on your registered phone.',
    },
  },
  'outcome.lockedUntilReleased': {
    'zh-Hans': {
      text: '信息多次不一致，为保护您的账户，这张卡的在线解冻已停用，需要工作人员核实后恢复：{{agent}}。您也可以说“发链接给我”，在您预留的手机上试试。卡片仍然冻结，没有其他影响。',
    },
    'zh-Hant': {
      text: '資訊多次不一致，為保護您的帳戶，這張卡的線上解凍已停用，需要人員核實後恢復：{{agent}}。您也可以說「傳連結給我」，在您留存的手機上試試。卡片仍然凍結，沒有其他影響。',
    },
    en: {
      text: 'The information did not match many times. To protect your account, unfreezing this card here is switched off until our staff have spoken with you: {{agent}}. You can also say “send me a link” to try on your registered phone. The card stays frozen.',
    },
  },
  'outcome.over': {
    'zh-Hans': { text: '这次验证已过期，之前输入的内容已作废，卡片没有因此变动。您可以重新开始。' },
    'zh-Hant': { text: '這次驗證已過期，之前輸入的內容已作廢，卡片沒有因此變動。您可以重新開始。' },
    en: {
      text: 'This verification has expired, and what was entered is void and has changed nothing. You can start again.',
    },
  },
} satisfies Catalogue;
