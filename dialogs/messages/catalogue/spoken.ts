import type { Language } from '../../../kit/language.ts';

/**
 * How sentences of the other files sound on the telephone, where they are heard otherwise than they are read.
 * Nobody is told there to type, or to call the number that they have just called.
 */
export const spoken: Record<string, Record<Language, string>> = {
  greeting: {
    'zh-Hans': '您好，这里是银行卡服务。任何时候按 0，可以找工作人员。',
    'zh-Hant': '您好，這裡是銀行卡服務。任何時候按 0，可以找服務人員。',
    en: 'Hello, this is the card service. For a person, press 0 at any time.',
  },
  'notUnderstood.1': {
    'zh-Hans': '抱歉，我没有听懂。',
    'zh-Hant': '抱歉，我沒有聽懂。',
    en: 'Sorry, I did not understand.',
  },
  'notUnderstood.2': {
    'zh-Hans': '抱歉，我还是没有听懂。请用按键选择，或者说：我的卡被冻结了。',
    'zh-Hant': '抱歉，我還是沒有聽懂。請用按鍵選擇，或者說：我的卡被凍結了。',
    en: 'Sorry, I still do not understand. Please use the keys, or say: my card is frozen.',
  },
  'notUnderstood.3': {
    'zh-Hans': '抱歉，我没能帮上忙。',
    'zh-Hant': '抱歉，我沒能幫上忙。',
    en: 'I am sorry that I could not help.',
  },
  agent: {
    'zh-Hans': '好的，我们的工作人员可以帮您，您的编号是 {{caseId}}。',
    'zh-Hant': '好的，我們的服務人員可以協助您，您的編號是 {{caseId}}。',
    en: 'Our staff can help you. Your case is {{caseId}}.',
  },
  'agent.later': {
    'zh-Hans': '现在不是服务时间。{{when}}起{{agent}}，报编号 {{caseId}} 即可。',
    'zh-Hant': '現在不是服務時間。{{when}}起{{agent}}，報編號 {{caseId}} 即可。',
    en: 'Our staff are not there now. From {{when}}, {{agent}} and name your case, {{caseId}}.',
  },
  'handoff.noted': {
    'zh-Hans': '您的编号是 {{caseId}}。',
    'zh-Hant': '您的編號是 {{caseId}}。',
    en: 'Your case is {{caseId}}.',
  },
  help: {
    'zh-Hans':
      '我可以查询卡片是否被冻结，也可以帮您解冻。随时可以说：返回、再说一遍、取消。按 0 找工作人员。',
    'zh-Hant':
      '我可以查詢卡片是否被凍結，也可以協助您解凍。隨時可以說：返回、再說一遍、取消。按 0 找服務人員。',
    en: 'I can check whether a card is frozen, and unfreeze it with you. At any time you can say back, repeat or cancel. For a person, press 0.',
  },
  'silence.2': {
    'zh-Hans': '不用着急，请慢慢来。要找工作人员，请按 0 再按井号键。',
    'zh-Hant': '不用著急，請慢慢來。要找服務人員，請按 0 再按井字鍵。',
    en: 'There is no hurry, take your time. For a person, press 0 and the hash key.',
  },
  freezeOrReport: {
    'zh-Hans': '卡片丢失、被盗，或者有不是您做的交易，请让工作人员马上冻结。我没有解冻任何卡片。',
    'zh-Hant': '卡片遺失、被竊，或者有不是您做的交易，請讓服務人員馬上凍結。我沒有解凍任何卡片。',
    en: 'If your card is lost or stolen, or payments are not yours, our staff must freeze it at once. I have not unfrozen anything.',
  },
  trouble: {
    'zh-Hans': '抱歉，我们的系统暂时出了问题。',
    'zh-Hant': '抱歉，我們的系統暫時發生問題。',
    en: 'Sorry, something went wrong on our side.',
  },
  strayedSecret: {
    'zh-Hans': '您刚才输入的像是证件号码或密码，我没有使用，也没有保存。请只在我询问时用按键输入。',
    'zh-Hant': '您剛才輸入的像是證件號碼或密碼，我沒有使用，也沒有儲存。請只在我詢問時用按鍵輸入。',
    en: 'That sounded like a document number or a password. I did not use or keep it. Please key such things in only when I ask.',
  },
  'language.which': {
    'zh-Hans': '请选择语言。',
    'zh-Hant': '請選擇語言。',
    en: 'Which language would you like?',
  },
  'choice.cardStatus': { 'zh-Hans': '查询卡片', 'zh-Hant': '查詢卡片', en: 'To check a card' },
  'choice.unfreeze': { 'zh-Hans': '解冻卡片', 'zh-Hant': '解凍卡片', en: 'To unfreeze a card' },
  'choice.howToUnfreeze': {
    'zh-Hans': '了解怎样解冻',
    'zh-Hant': '了解如何解凍',
    en: 'To hear how it works',
  },
  'choice.agent': { 'zh-Hans': '找工作人员', 'zh-Hant': '找服務人員', en: 'To talk to a person' },
  'choice.cardFound': { 'zh-Hans': '卡找到了', 'zh-Hant': '卡片找到了', en: 'If you found it' },
  'choice.yes': { 'zh-Hans': '现在解冻', 'zh-Hant': '現在解凍', en: 'To unfreeze it now' },
  'choice.no': { 'zh-Hans': '先不解冻', 'zh-Hant': '先不解凍', en: 'To leave it frozen' },
  'choice.language.zhHans': { 'zh-Hans': '普通话', 'zh-Hant': '普通話', en: 'For Mandarin' },
  'choice.language.zhHant': { 'zh-Hans': '国语', 'zh-Hant': '國語', en: 'For Taiwan Mandarin' },
  'choice.language.en': { 'zh-Hans': '英语', 'zh-Hant': '英語', en: 'For English' },
  'unfreeze.confirm': {
    'zh-Hans': '要解冻尾号 {{lastFour}} 的卡片吗？',
    'zh-Hant': '要解凍末四碼 {{lastFour}} 的卡片嗎？',
    en: 'Shall I unfreeze the card ending {{lastFour}}?',
  },
  'unfreeze.confirmAgain': {
    'zh-Hans': '请按键回答：要解冻尾号 {{lastFour}} 的卡片吗？',
    'zh-Hant': '請按鍵回答：要解凍末四碼 {{lastFour}} 的卡片嗎？',
    en: 'Please answer with a key: shall I unfreeze the card ending {{lastFour}}?',
  },
  'disowned.freezing': {
    'zh-Hans': '谢谢您告诉我们。尾号 {{lastFour}} 的卡片正在重新冻结，但还没有完成。',
    'zh-Hant': '謝謝您告訴我們。末四碼 {{lastFour}} 的卡片正在重新凍結，但還沒有完成。',
    en: 'Thank you for telling us. Freezing the card ending {{lastFour}} again takes longer than it should, and I keep trying.',
  },
  'cardNumber.ask': {
    'zh-Hans': '请输入卡号，或者念出来，最后按井号键。输错了可以按星号键重来。',
    'zh-Hant': '請輸入卡號，或者唸出來，最後按井字鍵。輸錯了可以按米字鍵重來。',
    en: 'Please key in your card number, or say it, then press the hash key. The star key erases.',
  },
  'cardNumber.askByPhone': {
    'zh-Hans':
      '请输入卡号，或者念出来，最后按井号键。如果您用登记的手机来电，只要后四位。输错了可以按星号键重来。',
    'zh-Hant':
      '請輸入卡號，或者唸出來，最後按井字鍵。如果您用登記的手機來電，只要末四碼。輸錯了可以按米字鍵重來。',
    en: 'Please key in your card number, or say it, then press the hash key. From the phone that the bank has on file, the last four digits will do. The star key erases.',
  },
  'cardNumber.several': {
    'zh-Hans': '这四位数字对应您的多张卡片。请输入完整的卡号，最后按井号键。',
    'zh-Hant': '這四位數字對應您的多張卡片。請輸入完整的卡號，最後按井字鍵。',
    en: 'More than one of your cards ends like that. Please key in the whole card number, then press the hash key.',
  },
  'cardNumber.length': {
    'zh-Hans': '收到了 {{count}} 位数字，卡号有 13 到 19 位。请从头再输入一次，不用着急，最后按井号键。',
    'zh-Hant': '收到了 {{count}} 位數字，卡號有 13 到 19 位。請從頭再輸入一次，不用著急，最後按井字鍵。',
    en: 'A card number has 13 to 19 digits, and I received {{count}}. Please key it in once more, without hurry, then press the hash key.',
  },
  'cardNumber.checkDigit': {
    'zh-Hans': '这个卡号对不上，可能有一位输错了。请对照卡片再输入一次，最后按井号键。',
    'zh-Hant': '這個卡號對不上，可能有一位輸錯了。請對照卡片再輸入一次，最後按井字鍵。',
    en: 'The digits do not fit together: one may be wrong. Please compare them with the card and key them in again, then press the hash key.',
  },
  'cardNumber.notDigits': {
    'zh-Hans': '请输入卡片上 13 到 19 位的卡号，最后按井号键。',
    'zh-Hant': '請輸入卡片上 13 到 19 位的卡號，最後按井字鍵。',
    en: 'I need the card number: 13 to 19 digits, then the hash key.',
  },
  'cardNumber.explained': {
    'zh-Hans': '卡号印在卡片的正面或背面。要找工作人员，请按 0 再按井号键。',
    'zh-Hant': '卡號印在卡片的正面或背面。要找服務人員，請按 0 再按井字鍵。',
    en: 'It stands on the front or the back of the card. For a person, press 0 and the hash key.',
  },
  'cardNumber.offerAgent': {
    'zh-Hans': '如果手边没有卡号，工作人员可以帮您，请按 0 再按井号键。',
    'zh-Hant': '如果手邊沒有卡號，服務人員可以協助您，請按 0 再按井字鍵。',
    en: 'Without the number our staff can help: press 0 and the hash key.',
  },
  'cardStatus.needsAgent': {
    'zh-Hans': '尾号 {{lastFour}} 的卡片已被冻结，这里不能解冻，需要工作人员办理，请按 0。',
    'zh-Hant': '末四碼 {{lastFour}} 的卡片已被凍結，這裡無法解凍，需要服務人員辦理，請按 0。',
    en: 'The card ending {{lastFour}} is frozen in a way that cannot be lifted here. Our staff can tell you more: press 0.',
  },
  'cardStatus.needsBranch': {
    'zh-Hans': '尾号 {{lastFour}} 的卡片已被冻结，这里不能解冻。请您本人带上身份证件和卡片，到任一网点办理。',
    'zh-Hant':
      '末四碼 {{lastFour}} 的卡片已被凍結，這裡無法解凍。請您本人攜帶身分證件和卡片，到任一分行辦理。',
    en: 'The card ending {{lastFour}} is frozen in a way that cannot be lifted here. Please visit a branch with your identity document and the card.',
  },
  'cardStatus.tooMany': {
    'zh-Hans': '您查询的次数较多，请过几分钟再打来。',
    'zh-Hant': '您查詢的次數較多，請過幾分鐘再打來。',
    en: 'Those were many queries in a short time. Please call again in a few minutes.',
  },
  'instructions.both': {
    'zh-Hans': '解冻时请您用按键输入证件号码和六位交易密码，请准备好证件。',
    'zh-Hant': '解凍時請您用按鍵輸入證件號碼和六位數交易密碼，請準備好證件。',
    en: 'To unfreeze it you will key in the number of your identity document and your six-digit transaction password. Please have the document ready.',
  },
  'authentication.notUnderstood': {
    'zh-Hans': '抱歉，我没有听懂。我们正在核实身份，请用按键输入。',
    'zh-Hant': '抱歉，我沒有聽懂。我們正在核實身分，請用按鍵輸入。',
    en: 'Sorry, I did not understand. We are in the middle of the verification: please use the keys.',
  },
  'authentication.offerAgent': {
    'zh-Hans': '如果总是不顺利，工作人员可以帮您，请按 0 再按井号键。',
    'zh-Hant': '如果一直不順利，服務人員可以協助您，請按 0 再按井字鍵。',
    en: 'If it does not work out, our staff can help: press 0 and the hash key.',
  },
  'choice.cancel': { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'To stop' },
  'choice.linkDone': { 'zh-Hans': '办好了', 'zh-Hant': '辦好了', en: 'When you have finished' },
  'choice.newLink': { 'zh-Hans': '要一个新链接', 'zh-Hant': '要一個新的連結', en: 'For a new link' },
  'secureLink.sent': {
    'zh-Hans': '我们正把一个链接用短信发到您预留的手机，请打开链接办理。不用挂断，我等着您。',
    'zh-Hant': '我們正把一個連結用簡訊傳到您留存的手機，請開啟連結辦理。不用掛斷，我等著您。',
    en: 'We are sending a link by text message to your registered phone. Please open it and finish there. No need to hang up, I will wait.',
  },
  'secureLink.onItsWay': {
    'zh-Hans': '已经有一个链接发往您预留的手机，请打开那一个办理。不用挂断，我等着您。',
    'zh-Hant': '已經有一個連結傳往您留存的手機，請開啟那一個辦理。不用掛斷，我等著您。',
    en: 'A link is already on its way to your registered phone. Please open that one and finish there. No need to hang up, I will wait.',
  },
  'secureLink.open': {
    'zh-Hans': '页面上还没有办好。不用着急，我等着您。',
    'zh-Hant': '頁面上還沒有辦好。不用著急，我等著您。',
    en: 'It is not finished on that page yet. There is no hurry, I will wait.',
  },
  'secureLink.over': {
    'zh-Hans': '这个链接已经失效，卡片没有通过它解冻。',
    'zh-Hant': '這個連結已經失效，卡片沒有透過它解凍。',
    en: 'That link has ended, and the card was not unfrozen through it.',
  },
  'secureLink.locked': {
    'zh-Hans': '信息多次不一致。为保护您的账户，这张卡的解冻已暂停。卡片仍然冻结，没有其他影响。',
    'zh-Hant': '資訊多次不一致。為保護您的帳戶，這張卡的解凍已暫停。卡片仍然凍結，沒有其他影響。',
    en: 'The information did not match several times. To protect your account, unfreezing this card is paused. The card stays frozen, nothing else has changed.',
  },
  'secureLink.tooMany': {
    'zh-Hans': '现在不能再发链接，约 {{wait}}后可以再发。找工作人员请按 0。',
    'zh-Hant': '現在不能再傳連結，約 {{wait}}後可以再傳。找服務人員請按 0。',
    en: 'I cannot send another link just now; the next one can go out in about {{wait}}. For a person, press 0.',
  },
  'secureLink.none': {
    'zh-Hans': '抱歉，现在不能发送链接。找工作人员请按 0。',
    'zh-Hant': '抱歉，現在無法傳送連結。找服務人員請按 0。',
    en: 'I am sorry, no link can be sent just now. For a person, press 0.',
  },
  'secureLink.help': {
    'zh-Hans': '链接只发到您在银行预留的手机，内容在您的设备上加密，我看不到。',
    'zh-Hant': '連結只傳到您在銀行留存的手機，內容在您的裝置上加密，我看不到。',
    en: 'The link goes to your registered phone alone, and what you enter there is encrypted on your device: I cannot see it.',
  },
  'outcome.locked': {
    'zh-Hans':
      '信息多次不一致。为保护您的账户，这张卡的电话解冻已暂停，约 {{wait}}后可以再试。卡片仍然冻结，没有其他影响。要现在办理，可以说：发链接给我。',
    'zh-Hant':
      '資訊多次不一致。為保護您的帳戶，這張卡的電話解凍已暫停，約 {{wait}}後可以再試。卡片仍然凍結，沒有其他影響。要現在辦理，可以說：傳連結給我。',
    en: 'The information did not match several times. To protect your account, unfreezing this card is paused; you can try again in about {{wait}}. The card stays frozen, nothing else has changed. To do it now on your registered phone, say: send me a link.',
  },
  'outcome.lockedUntilReleased': {
    'zh-Hans': '信息多次不一致。为保护您的账户，这张卡的电话解冻已停用，需要工作人员核实后恢复，请按 0。',
    'zh-Hant': '資訊多次不一致。為保護您的帳戶，這張卡的電話解凍已停用，需要服務人員核實後恢復，請按 0。',
    en: 'The information did not match many times. Unfreezing this card is switched off until our staff have spoken with you: press 0.',
  },
};
