import type { Catalogue } from './message.ts';

export const cardStatus = {
  'cardNumber.ask': {
    'zh-Hans': { text: '请输入您的银行卡卡号（卡片正面的 13 至 19 位数字）。' },
    'zh-Hant': { text: '請輸入您的銀行卡卡號（卡片正面的 13 至 19 位數字）。' },
    en: { text: 'Please type your card number: the 13 to 19 digits on the front of the card.' },
  },
  'cardNumber.askByPhone': {
    'zh-Hans': {
      text: '请发送您的银行卡卡号（13 至 19 位数字）。如果您正在使用在银行登记的手机，只发卡号后四位即可。',
    },
    'zh-Hant': {
      text: '請傳送您的銀行卡卡號（13 至 19 位數字）。如果您正在使用在銀行登記的手機，只傳卡號末四碼即可。',
    },
    en: {
      text: 'Please send your card number, 13 to 19 digits. If you write from the phone that the bank has on file for you, its last four digits will do.',
    },
  },
  'cardNumber.several': {
    'zh-Hans': { text: '这四位数字对应您的多张卡片。请提供完整的卡号（13 至 19 位数字）。' },
    'zh-Hant': { text: '這四位數字對應您的多張卡片。請提供完整的卡號（13 至 19 位數字）。' },
    en: {
      text: 'More than one of your cards ends like that. Please give the whole card number, 13 to 19 digits.',
    },
  },
  'cardNumber.length': {
    'zh-Hans': { text: '您输入了 {{count}} 位数字，卡号应为 13 至 19 位。请再核对一下。' },
    'zh-Hant': { text: '您輸入了 {{count}} 位數字，卡號應為 13 至 19 位。請再核對一下。' },
    en: {
      text: 'A card number has 13 to 19 digits, and I received {{count}}. Please check and type it again.',
    },
  },
  'cardNumber.otherBank': {
    'zh-Hans': {
      text: '这不是我们银行完整的卡号：可能漏了开头几位，也可能是别家银行的卡。请对照卡片再输入一次完整的卡号。',
    },
    'zh-Hant': {
      text: '這不是我們銀行完整的卡號：可能漏了開頭幾位，也可能是其他銀行的卡。請對照卡片再輸入一次完整的卡號。',
    },
    en: {
      text: 'That is not a full number of one of our cards: the beginning may be missing, or it may be another bank’s card. Please compare it with the card and give the whole number.',
    },
  },
  'cardNumber.telephone': {
    'zh-Hans': { text: '这像是一个电话号码。我需要的是卡片正面的卡号，13 至 19 位数字。' },
    'zh-Hant': { text: '這看起來是電話號碼。我需要的是卡片正面的卡號，13 至 19 位數字。' },
    en: {
      text: 'That looks like a telephone number. What I need is the number on your card, 13 to 19 digits.',
    },
  },
  'cardNumber.checkDigit': {
    'zh-Hans': { text: '这个卡号的校验不符，可能有一位输错或顺序颠倒了。请对照卡片再输入一次。' },
    'zh-Hant': { text: '這個卡號的檢核不符，可能有一位輸錯或順序顛倒了。請對照卡片再輸入一次。' },
    en: {
      text: 'The digits of that number do not fit together: one may be wrong or two swapped. Please compare it with the card and type it again.',
    },
  },
  'cardNumber.notDigits': {
    'zh-Hans': { text: '我需要的是卡号，只由数字组成。请输入卡片正面的 13 至 19 位数字。' },
    'zh-Hant': { text: '我需要的是卡號，只由數字組成。請輸入卡片正面的 13 至 19 位數字。' },
    en: {
      text: 'I need the card number, which is digits only: the 13 to 19 digits on the front of the card.',
    },
  },
  'cardNumber.notUnderstood': {
    'zh-Hans': { text: '抱歉，我没有听懂。我现在需要您的卡号，也可以说“取消”。' },
    'zh-Hant': { text: '抱歉，我沒有聽懂。我現在需要您的卡號，也可以說「取消」。' },
    en: { text: 'Sorry, I did not understand. What I need now is your card number; or say “cancel”.' },
  },
  'cardNumber.other': {
    'zh-Hans': { text: '好的，换一张卡。请输入那张卡的卡号。' },
    'zh-Hant': { text: '好的，換一張卡。請輸入那張卡的卡號。' },
    en: { text: 'All right, another card. Please type the number of that card.' },
  },
  'cardChoice.ask': {
    'zh-Hans': { text: '您给了几张卡，我们一张一张来。先看哪一张？尾号 {{cards}}？' },
    'zh-Hant': { text: '您給了幾張卡，我們一張一張來。先看哪一張？末四碼 {{cards}}？' },
    en: { text: 'You gave several cards; I take one at a time. Which one first: ending {{cards}}?' },
  },
  'cardChoice.again': {
    'zh-Hans': { text: '请告诉我卡片的后四位：{{cards}}。' },
    'zh-Hant': { text: '請告訴我卡片的末四碼：{{cards}}。' },
    en: { text: 'Please tell me the last four digits of the card: {{cards}}.' },
  },
  'cardNumber.explained': {
    'zh-Hans': { text: '卡号一般每 4 位一组印在卡片正面或背面，也可以在手机银行里查到。空格可有可无。' },
    'zh-Hant': { text: '卡號一般每 4 位一組印在卡片正面或背面，也可以在行動銀行中查到。空格可有可無。' },
    en: {
      text: 'You find it in groups of four on the front or the back of the card, or in the bank’s app. Spaces do not matter.',
    },
  },
  'cardNumber.offerAgent': {
    'zh-Hans': { text: '如果手边没有卡号，人工客服可以帮您：{{agent}}。' },
    'zh-Hant': { text: '如果手邊沒有卡號，專人客服可以協助您：{{agent}}。' },
    en: { text: 'If you do not have the number at hand, our staff can help: {{agent}}.' },
  },
  'cardNumber.why': {
    'zh-Hans': { text: '卡号只用来找到您的卡片；对话记录里只保留后四位。' },
    'zh-Hant': { text: '卡號只用來找到您的卡片；對話紀錄中只保留後四碼。' },
    en: {
      text: 'I use the card number only to find your card; this conversation keeps no more than its last four digits.',
    },
  },
  'cardStatus.noFrozenCard': {
    'zh-Hans': {
      text: '没有查到尾号 {{lastFour}} 的冻结卡片。如果付款失败，也可能是超出限额、卡片过期、商户不支持或网络问题。需要的话，人工客服可以帮您查看：{{agent}}。',
      speech:
        '没有查到尾号 {{lastFour}} 的冻结卡片。付款失败，也可能是超出限额、卡片过期，或者商户、网络的问题。',
    },
    'zh-Hant': {
      text: '沒有查到末四碼 {{lastFour}} 的凍結卡片。如果付款失敗，也可能是超出限額、卡片過期、商店不支援或網路問題。需要的話，專人客服可以協助您查看：{{agent}}。',
      speech:
        '沒有查到末四碼 {{lastFour}} 的凍結卡片。付款失敗，也可能是超出限額、卡片過期，或商店、網路的問題。',
    },
    en: {
      text: 'There is no frozen card under the number ending {{lastFour}}. A payment can also fail because of a limit, an expired card, the merchant or the network. Our staff can look into it: {{agent}}.',
      speech:
        'There is no frozen card under the number ending {{lastFour}}. A payment can also fail because of a limit, an expired card, the merchant or the network.',
    },
  },
  'cardStatus.noFrozenCardByPhone': {
    'zh-Hans': {
      text: '您使用的号码下没有查到尾号 {{lastFour}} 的冻结卡片。如果登记的是别的手机，请提供完整卡号。付款失败也可能是超出限额、卡片过期、商户不支持或网络问题。人工客服可以帮您查看：{{agent}}。',
      speech:
        '您来电的号码下，没有查到尾号 {{lastFour}} 的冻结卡片。如果登记的是别的手机，请提供完整卡号。付款失败，也可能是超出限额、卡片过期，或者商户、网络的问题。',
    },
    'zh-Hant': {
      text: '您使用的號碼下沒有查到末四碼 {{lastFour}} 的凍結卡片。如果登記的是別的手機，請提供完整卡號。付款失敗也可能是超出限額、卡片過期、商店不支援或網路問題。專人客服可以協助您查看：{{agent}}。',
      speech:
        '您來電的號碼下，沒有查到末四碼 {{lastFour}} 的凍結卡片。如果登記的是別的手機，請提供完整卡號。付款失敗，也可能是超出限額、卡片過期，或商店、網路的問題。',
    },
    en: {
      text: 'There is no frozen card ending {{lastFour}} under the phone that you use. If the bank knows you by another one, give the whole card number. A payment can also fail because of a limit, an expired card, the merchant or the network. Our staff can help: {{agent}}.',
      speech:
        'There is no frozen card ending {{lastFour}} under the phone that you call from. If the bank knows you by another one, give the whole card number. A payment can also fail because of a limit, an expired card, the merchant or the network.',
    },
  },
  'cardStatus.howTo': {
    'zh-Hans': { text: '准备好后，说“解冻”，我就为尾号 {{lastFour}} 的卡片办理。' },
    'zh-Hant': { text: '準備好後，說「解凍」，我就為末四碼 {{lastFour}} 的卡片辦理。' },
    en: { text: 'When you are ready, say “unfreeze” and we go on with the card ending {{lastFour}}.' },
  },
  howToUnfreeze: {
    'zh-Hans': {
      text: '在线解冻只要一两分钟：给我卡号，我查询原因；可以在线解冻的，再核对您预留的证件号码、交易密码，或者两者。少数情况需要到网点或找工作人员。要开始时，说“解冻”。',
      speech:
        '在线解冻只要一两分钟。您给我卡号，我来查询；再核对您预留的证件号码、交易密码，或者两者。要开始时，说解冻。',
    },
    'zh-Hant': {
      text: '線上解凍只要一兩分鐘：給我卡號，我查詢原因；可以線上解凍的，再核對您留存的證件號碼、交易密碼，或兩者。少數情況需要到分行或找我們的人員。要開始時，說「解凍」。',
      speech:
        '線上解凍只要一兩分鐘。您給我卡號，我來查詢；再核對您留存的證件號碼、交易密碼，或兩者。要開始時，說解凍。',
    },
    en: {
      text: 'Unfreezing here takes a minute or two: you give me the card number and I look it up; then I ask for your identity document number, your transaction password, or both, as the bank has them. A few cases need a branch or our staff. To begin, say “unfreeze”.',
      speech:
        'Unfreezing takes a minute or two. You give me the card number, and I look it up. Then I ask for your identity document number, your transaction password, or both. To begin, say unfreeze.',
    },
  },
  'cardStatus.frozen': {
    'zh-Hans': { text: '尾号 {{lastFour}} 的卡片已被冻结，原因：{{reasons}}。您可以在这里解冻。' },
    'zh-Hant': { text: '末四碼 {{lastFour}} 的卡片已被凍結，原因：{{reasons}}。您可以在這裡解凍。' },
    en: { text: 'The card ending {{lastFour}} is frozen: {{reasons}}. You can unfreeze it here.' },
  },
  'reason.transactionPasswordErrors': {
    'zh-Hans': { text: '交易密码连续输错' },
    'zh-Hant': { text: '交易密碼連續輸入錯誤' },
    en: { text: 'the transaction password was entered wrongly several times' },
  },
  'reason.abnormalTransaction': {
    'zh-Hans': { text: '有一笔异常交易，为安全起见暂停使用' },
    'zh-Hant': { text: '有一筆異常交易，為安全起見暫停使用' },
    en: { text: 'an unusual transaction made us stop it for safety' },
  },
  'reason.customerRequest': {
    'zh-Hans': { text: '您本人申请了临时冻结' },
    'zh-Hant': { text: '您本人申請了臨時凍結' },
    en: { text: 'you asked us to freeze it for a while' },
  },
  // The default policy sends these two to a branch; a bank's own may let them be lifted here.
  'reason.dormant': {
    'zh-Hans': { text: '长期未使用' },
    'zh-Hant': { text: '長期未使用' },
    en: { text: 'it was not used for a long time' },
  },
  'reason.identityDocumentExpired': {
    'zh-Hans': { text: '预留的证件已过期' },
    'zh-Hant': { text: '留存的證件已過期' },
    en: { text: 'the identity document that we have on file has expired' },
  },
  'instructions.both': {
    'zh-Hans': {
      text: '解冻时我会先请您输入在银行预留的证件号码，再输入六位交易密码，请准备好证件。大约一分钟。',
    },
    'zh-Hant': {
      text: '解凍時我會先請您輸入在銀行留存的證件號碼，再輸入六位數交易密碼，請準備好證件。大約一分鐘。',
    },
    en: {
      text: 'To unfreeze it I will ask for the number of the identity document that the bank has on file for you, then for your six-digit transaction password. Please have the document ready. It takes about a minute.',
    },
  },
  'instructions.several': {
    'zh-Hans': {
      text: '解冻时我会依次请您输入：{{items}}，请准备好。大约一分钟。',
      speech: '解冻时请您用按键依次输入：{{items}}，请准备好。',
    },
    'zh-Hant': {
      text: '解凍時我會依序請您輸入：{{items}}，請準備好。大約一分鐘。',
      speech: '解凍時請您用按鍵依序輸入：{{items}}，請準備好。',
    },
    en: {
      text: 'To unfreeze it I will ask for {{items}}. Please have that ready. It takes about a minute.',
      speech: 'To unfreeze it you will key in {{items}}. Please have that ready.',
    },
  },
  'cardStatus.needsAgent': {
    'zh-Hans': {
      text: '尾号 {{lastFour}} 的卡片已被冻结，这种情况不能在这里解冻，需要人工客服办理：{{agent}}。',
    },
    'zh-Hant': {
      text: '末四碼 {{lastFour}} 的卡片已被凍結，這種情況無法在這裡解凍，需要專人客服辦理：{{agent}}。',
    },
    en: {
      text: 'The card ending {{lastFour}} is frozen in a way that cannot be lifted here. Our staff can tell you more: {{agent}}.',
    },
  },
  'cardStatus.needsBranch': {
    'zh-Hans': {
      text: '尾号 {{lastFour}} 的卡片已被冻结，这种情况不能在这里解冻。请您本人带上身份证件和卡片到任一网点办理。如有疑问，{{agent}}。',
    },
    'zh-Hant': {
      text: '末四碼 {{lastFour}} 的卡片已被凍結，這種情況無法在這裡解凍。請您本人攜帶身分證件和卡片到任一分行辦理。如有疑問，{{agent}}。',
    },
    en: {
      text: 'The card ending {{lastFour}} is frozen in a way that cannot be lifted here. Please visit a branch with your identity document and the card. If you have questions, {{agent}}.',
    },
  },
  'cardStatus.tooMany': {
    'zh-Hans': { text: '您查询的次数较多，请过几分钟再试。如果着急，{{agent}}。' },
    'zh-Hant': { text: '您查詢的次數較多，請過幾分鐘再試。如果急用，{{agent}}。' },
    en: {
      text: 'Those were many queries in a short time. Please wait a few minutes; if it is urgent, {{agent}}.',
    },
  },
} satisfies Catalogue;
