import type { Catalogue } from './message.ts';

/** How a customer reaches a person. Nobody calls back by promise: the customer calls, and the case is known there. */
export const handoff = {
  agent: {
    'zh-Hans': {
      text: '我已把情况转给工作人员，编号 {{caseId}}。{{agent}}，报编号即可，不用再从头说明。',
    },
    'zh-Hant': {
      text: '我已將情況轉給我們的人員，編號 {{caseId}}。{{agent}}，報編號即可，不用再從頭說明。',
    },
    en: {
      text: 'I have passed this on to our staff as case {{caseId}}: {{agent}} and name it, so that you need not explain again.',
    },
  },
  'agent.later': {
    'zh-Hans': {
      text: '我已把情况转给工作人员，编号 {{caseId}}。现在不是服务时间，{{when}}起可以联系：{{agent}}，报编号即可。',
    },
    'zh-Hant': {
      text: '我已將情況轉給我們的人員，編號 {{caseId}}。現在不是服務時間，{{when}}起可以聯絡：{{agent}}，報編號即可。',
    },
    en: {
      text: 'I have passed this on to our staff as case {{caseId}}. They are not there now; from {{when}}, {{agent}} and name the case.',
    },
  },
  'agent.byPhone': {
    'zh-Hans': { text: '请拨打 {{phone}}' },
    'zh-Hant': { text: '請撥打 {{phone}}' },
    en: { text: 'please call {{phone}}' },
  },
  'agent.byCard': {
    'zh-Hans': { text: '请拨打卡片背面的客服电话' },
    'zh-Hant': { text: '請撥打卡片背面的客服電話' },
    en: { text: 'please call the number on the back of your card' },
  },
  freezeOrReport: {
    'zh-Hans': {
      text: '如果卡片丢失、被盗，或者有您没做过的交易，请马上联系我们的工作人员冻结卡片：{{agent}}。我这里不能办理挂失或冻结。',
    },
    'zh-Hant': {
      text: '如果卡片遺失、被竊，或有您沒做過的交易，請立即聯絡我們的人員凍結卡片：{{agent}}。我這裡無法辦理掛失或凍結。',
    },
    en: {
      text: 'If your card is lost or stolen, or if you see payments that are not yours, have it frozen by our staff now: {{agent}}. I cannot freeze a card or take a report here.',
    },
  },
  'handoff.noted': {
    'zh-Hans': { text: '情况已记录，编号 {{caseId}}，联系时报编号即可。请不要等我们来电。' },
    'zh-Hant': { text: '情況已記錄，編號 {{caseId}}，聯絡時報編號即可。請不要等我們來電。' },
    en: {
      text: 'I have noted it as case {{caseId}}; name it when you call. Please do not wait for us to call you.',
    },
  },
  'disowning.wasItYou': {
    'zh-Hans': { text: '您的卡片最近被解冻了。是您本人操作的吗？如果不是，请回答“不是我”，我马上重新冻结。' },
    'zh-Hant': {
      text: '您的卡片最近被解凍了。是您本人操作的嗎？如果不是，請回答「不是我」，我馬上重新凍結。',
    },
    en: {
      text: 'A card of yours was unfrozen lately. Was that you? If not, answer “not me”, and I freeze it again at once.',
    },
  },
  'disowning.wasYou': {
    'zh-Hans': { text: '好的，谢谢您确认，卡片保持现在的状态。以后如有不对，随时可以说“不是我”。' },
    'zh-Hant': { text: '好的，謝謝您確認，卡片維持現在的狀態。之後如有不對，隨時可以說「不是我」。' },
    en: { text: 'Thank you, then nothing is changed. If anything looks wrong later, say “not me”.' },
  },
  'disowned.frozenAgain': {
    'zh-Hans': { text: '谢谢您告诉我们。尾号 {{lastFour}} 的卡片已重新冻结，只有我们的工作人员能够解冻。' },
    'zh-Hant': { text: '謝謝您告訴我們。末四碼 {{lastFour}} 的卡片已重新凍結，只有我們的人員能夠解凍。' },
    en: {
      text: 'Thank you for telling us. The card ending {{lastFour}} is frozen again, and only our staff can lift that.',
    },
  },
  'disowned.freezing': {
    'zh-Hans': {
      text: '谢谢您告诉我们。尾号 {{lastFour}} 的卡片正在重新冻结，但还没有完成。为了安全，请您马上联系我们：{{agent}}。',
    },
    'zh-Hant': {
      text: '謝謝您告訴我們。末四碼 {{lastFour}} 的卡片正在重新凍結，但還沒有完成。為了安全，請您馬上聯絡我們：{{agent}}。',
    },
    en: {
      text: 'Thank you for telling us. Freezing the card ending {{lastFour}} again takes longer than it should, and I keep trying. To be safe, {{agent}} now.',
    },
  },
  'disowned.kept': {
    'zh-Hans': {
      text: '谢谢您告诉我们。系统暂时没有回应，我会一直尝试，直到您最近解冻的卡片重新冻结。为了安全，请您马上联系我们：{{agent}}。',
      speech: '谢谢您告诉我们。系统暂时没有回应，我会一直尝试，直到卡片重新冻结。',
    },
    'zh-Hant': {
      text: '謝謝您告訴我們。系統暫時沒有回應，我會一直嘗試，直到您最近解凍的卡片重新凍結。為了安全，請您馬上聯絡我們：{{agent}}。',
      speech: '謝謝您告訴我們。系統暫時沒有回應，我會一直嘗試，直到卡片重新凍結。',
    },
    en: {
      text: 'Thank you for telling us. Our system does not answer just now; I keep trying until the card that was unfrozen is frozen again. To be safe, {{agent}} now.',
      speech:
        'Thank you for telling us. Our system does not answer just now; I keep trying until the card is frozen again.',
    },
  },
  'disowned.already': {
    'zh-Hans': { text: '尾号 {{lastFour}} 的卡片，您已经告诉过我们，由我们的工作人员处理。' },
    'zh-Hant': { text: '末四碼 {{lastFour}} 的卡片，您已經告訴過我們，由我們的人員處理。' },
    en: {
      text: 'You have told us about the card ending {{lastFour}}, and our staff deal with it.',
    },
  },
} satisfies Catalogue;
