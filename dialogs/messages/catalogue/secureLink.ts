import type { Catalogue } from './message.ts';

/** What is said around a link to the secure form. The registered phone is never named by its number. */
export const secureLink = {
  'secureLink.sent': {
    'zh-Hans': {
      text: '我们正把一个链接用短信发到您在银行预留的手机，10 分钟内有效。请打开链接，在页面上办理。办好后，随便回复我一句。',
    },
    'zh-Hant': {
      text: '我們正把一個連結用簡訊傳到您在銀行留存的手機，10 分鐘內有效。請開啟連結，在頁面上辦理。辦好後，隨便回覆我一句。',
    },
    en: {
      text: 'We are sending a link by text message to the phone that you registered with the bank. It works for 10 minutes: please open it and finish on that page. Write anything here when you are done.',
    },
  },
  'secureLink.onItsWay': {
    'zh-Hans': {
      text: '已经有一个链接用短信发往您在银行预留的手机，请直接用那一个，在页面上办理。如果没有收到，10 分钟内它会失效，之后我可以再发一个。',
    },
    'zh-Hant': {
      text: '已經有一個連結用簡訊傳往您在銀行留存的手機，請直接用那一個，在頁面上辦理。如果沒有收到，10 分鐘內它會失效，之後我可以再傳一個。',
    },
    en: {
      text: 'A link is already on its way by text message to the phone that you registered with the bank: please open that one and finish on its page. If it does not come, it ends within 10 minutes, and then I can send another.',
    },
  },
  'secureLink.open': {
    'zh-Hans': { text: '页面上还没有办好，卡片仍然冻结。短信可能要等一两分钟。办好后，随便回复我一句。' },
    'zh-Hant': { text: '頁面上還沒有辦好，卡片仍然凍結。簡訊可能要等一兩分鐘。辦好後，隨便回覆我一句。' },
    en: {
      text: 'It is not finished on that page yet, and the card is still frozen. The message can take a minute or two. Write anything here when you are done.',
    },
  },
  'secureLink.over': {
    'zh-Hans': { text: '这个链接已经失效，卡片没有通过它解冻。需要我再发一个新的链接吗？' },
    'zh-Hant': { text: '這個連結已經失效，卡片沒有透過它解凍。需要我再傳一個新的連結嗎？' },
    en: {
      text: 'That link has ended, and the card was not unfrozen through it. Shall I send a new one?',
    },
  },
  'secureLink.locked': {
    'zh-Hans': {
      text: '信息多次不一致。为保护您的账户，这张卡的解冻已暂停，页面上写着什么时候可以再试。卡片仍然冻结，没有其他影响。如果着急，{{agent}}。',
    },
    'zh-Hant': {
      text: '資訊多次不一致。為保護您的帳戶，這張卡的解凍已暫停，頁面上寫著什麼時候可以再試。卡片仍然凍結，沒有其他影響。如果急用，{{agent}}。',
    },
    en: {
      text: 'The information did not match several times. To protect your account, unfreezing this card is paused; the page says when you can try again. The card stays frozen, nothing else has changed. If it is urgent, {{agent}}.',
    },
  },
  'secureLink.left': {
    'zh-Hans': { text: '好的，这里就到此为止，卡片仍然冻结。刚才的链接过了 10 分钟会自动失效。' },
    'zh-Hant': { text: '好的，這裡就到此為止，卡片仍然凍結。剛才的連結過了 10 分鐘會自動失效。' },
    en: {
      text: 'All right, I leave it there, and the card is still frozen. The link stops working by itself after its 10 minutes.',
    },
  },
  'secureLink.tooMany': {
    'zh-Hans': { text: '现在不能再发链接，约 {{wait}}后可以再发。如果着急，{{agent}}。' },
    'zh-Hant': { text: '現在不能再傳連結，約 {{wait}}後可以再傳。如果急用，{{agent}}。' },
    en: {
      text: 'I cannot send another link just now; the next one can go out in about {{wait}}. If it is urgent, {{agent}}.',
    },
  },
  'secureLink.tooManyHere': {
    'zh-Hans': {
      text: '现在不能从这里再发链接，约 {{wait}}后可以再发。用您预留的手机给我们发短信或打电话，可以更早拿到。如果着急，{{agent}}。',
    },
    'zh-Hant': {
      text: '現在不能從這裡再傳連結，約 {{wait}}後可以再傳。用您留存的手機傳簡訊或打電話給我們，可以更早拿到。如果急用，{{agent}}。',
    },
    en: {
      text: 'I cannot send another link from here just now; the next one can go out in about {{wait}}. If you write to us or call from your registered phone, it can go out sooner. If it is urgent, {{agent}}.',
    },
  },
  'secureLink.none': {
    'zh-Hans': { text: '抱歉，现在不能发送链接。工作人员可以帮您：{{agent}}。' },
    'zh-Hant': { text: '抱歉，現在無法傳送連結。我們的人員可以協助您：{{agent}}。' },
    en: { text: 'I am sorry, no link can be sent just now. Our staff can help: {{agent}}.' },
  },
  'secureLink.help': {
    'zh-Hans': {
      text: '链接只发到您在银行预留的手机，内容在您的设备上加密，我看不到。没有收到，可以请我发新链接；也可以说“取消”或“人工”。',
    },
    'zh-Hant': {
      text: '連結只傳到您在銀行留存的手機，內容在您的裝置上加密，我看不到。沒有收到，可以請我寄新的連結；也可以說「取消」或「專人客服」。',
    },
    en: {
      text: 'The link goes to your registered phone alone, and what you enter there is encrypted on your device: I cannot see it. If it does not come, ask me for a new link; you can also say “cancel” or “agent”.',
    },
  },
  'choice.linkDone': {
    'zh-Hans': { text: '办好了' },
    'zh-Hant': { text: '辦好了' },
    en: { text: 'I have finished' },
  },
  'choice.newLink': {
    'zh-Hans': { text: '发送新链接' },
    'zh-Hant': { text: '寄新的連結' },
    en: { text: 'Send a new link' },
  },
} satisfies Catalogue;
