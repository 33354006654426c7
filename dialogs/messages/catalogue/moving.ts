import type { Catalogue } from './message.ts';

/** What is said when a case moves between channels. Nothing here tells of a card to who only has a number or a code. */
export const moving = {
  'moving.code': {
    'zh-Hans': {
      text: '您的续办码是 {{code}}，10 分钟内可以用一次。在网页、短信或电话里把它告诉我，就能接着办理；打电话时，在我问卡号的地方按键输入。请不要告诉别人，我们的工作人员也不会向您要。',
      speech:
        '请记下续办码：{{code}}。再说一遍：{{code}}。10 分钟内可以用一次，在网页或短信里发给我，就能接着办理。请不要告诉别人。',
    },
    'zh-Hant': {
      text: '您的續辦碼是 {{code}}，10 分鐘內可以使用一次。在網頁、簡訊或電話裡把它告訴我，就能接著辦理；打電話時，在我問卡號的地方按鍵輸入。請不要告訴別人，我們的人員也不會向您索取。',
      speech:
        '請記下續辦碼：{{code}}。再說一遍：{{code}}。10 分鐘內可以使用一次，在網頁或簡訊裡傳給我，就能接著辦理。請不要告訴別人。',
    },
    en: {
      text: 'Your code is {{code}}. It works once, for 10 minutes: write it to me on the web or in a message, or key it on the phone where I ask for your card, and we go on from there. Tell it to nobody; our staff never ask for it.',
      speech:
        'Please write down your code: {{code}}. Once more: {{code}}. It works once, for 10 minutes. Write it to me on the web or in a message, and we go on there. Tell it to nobody.',
    },
  },
  'moving.codeNotKept': {
    'zh-Hans': {
      text: '续办码我不会留在对话里。需要再看一次，请说“给我续办码”。',
      speech: '要再听一次续办码，请再选一次换个渠道继续。',
    },
    'zh-Hant': {
      text: '續辦碼我不會留在對話裡。需要再看一次，請說「給我續辦碼」。',
      speech: '要再聽一次續辦碼，請再選一次換個管道繼續。',
    },
    en: {
      text: 'I do not keep codes in our conversation. To have it once more, say “give me the code”.',
      speech: 'To hear the code once more, choose to go on elsewhere again.',
    },
  },
  'moving.noMoreCodes': {
    'zh-Hans': { text: '抱歉，现在不能再给续办码。请在这里接着办理，或者{{agent}}。' },
    'zh-Hant': { text: '抱歉，現在不能再給續辦碼。請在這裡接著辦理，或{{agent}}。' },
    en: { text: 'I am sorry, I cannot give another code now. Please go on here, or {{agent}}.' },
  },
  'moving.giveCode': {
    'zh-Hans': {
      text: '好的，请把 13 位的续办码发给我。',
      speech: '好的。请选择查询卡片，在我问卡号的地方按键输入 13 位的续办码，以井号键结束。',
    },
    'zh-Hant': {
      text: '好的，請把 13 位數的續辦碼傳給我。',
      speech: '好的。請選擇查詢卡片，在我問卡號的地方按鍵輸入 13 位數的續辦碼，以井字鍵結束。',
    },
    en: {
      text: 'Good. Please send me the code, all 13 digits of it.',
      speech:
        'Good. Please choose to check a card, and key the 13 digits of the code where I ask for the card, then the hash key.',
    },
  },
  'moving.goesOn': {
    'zh-Hans': { text: '好的，我们接着办理。之前输入过的信息不会带过来，需要重新输入。' },
    'zh-Hant': { text: '好的，我們接著辦理。之前輸入過的資訊不會帶過來，需要重新輸入。' },
    en: { text: 'Good, we go on from there. What you entered there stays behind: I will ask for it again.' },
  },
  'moving.goesOnByCode': {
    'zh-Hans': {
      text: '{{ago}}前，有人通过{{channel}}开始为尾号 {{lastFour}} 的卡片办理解冻。如果不是您本人开始的，或者续办码是别人给您的，请马上停下，回答“不是我”。如果是您本人，我们接着办理，之前输入过的信息需要重新输入。',
      speech:
        '{{ago}}前，有人通过{{channel}}开始办理尾号 {{lastFour}} 的解冻。如果续办码是别人给的，请停下，说：不是我。',
    },
    'zh-Hant': {
      text: '{{ago}}前，有人透過{{channel}}開始為末四碼 {{lastFour}} 的卡片辦理解凍。如果不是您本人開始的，或續辦碼是別人給您的，請馬上停下，回答「不是我」。如果是您本人，我們接著辦理，之前輸入過的資訊需要重新輸入。',
      speech:
        '{{ago}}前，有人透過{{channel}}開始辦理末四碼 {{lastFour}} 的解凍。如果續辦碼是別人給的，請停下，說：不是我。',
    },
    en: {
      text: 'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If that was not you, or somebody else gave you the code, stop here and say “not me”: they may be after your card. If it was you, we go on; what you entered there I ask for again.',
      speech:
        'Unfreezing the card ending {{lastFour}} was begun {{ago}} ago by {{channel}}. If somebody gave you the code, stop, and say: not me.',
    },
  },
  'moving.codeRefused': {
    'zh-Hans': {
      text: '这个续办码现在不能用。续办码只能用一次，10 分钟内有效；可以在开始办理的地方再要一个。如果这是卡号，请再核对一下。',
    },
    'zh-Hant': {
      text: '這個續辦碼現在不能使用。續辦碼只能使用一次，10 分鐘內有效；可以在開始辦理的地方再要一個。如果這是卡號，請再核對一下。',
    },
    en: {
      text: 'That code does not work now. A code works once, for 10 minutes; you can get another one where you began. If it was a card number, please check it once more.',
    },
  },
  'moving.otherCard': {
    'zh-Hans': { text: '这和之前办理的卡片不一致。您可以从头开始查询。' },
    'zh-Hant': { text: '這和之前辦理的卡片不一致。您可以從頭開始查詢。' },
    en: { text: 'That is not the card that was begun with. You can start anew.' },
  },
  'moving.tooMany': {
    'zh-Hans': { text: '为了安全，现在不能再试了，请十分钟后再来。也可以从头开始查询卡片，或者{{agent}}。' },
    'zh-Hant': { text: '為了安全，現在不能再試了，請十分鐘後再來。也可以從頭開始查詢卡片，或{{agent}}。' },
    en: {
      text: 'To be safe, no more can be tried now; please come back in ten minutes. You can also start anew with the card, or {{agent}}.',
    },
  },
  'moving.movedAway': {
    'zh-Hans': {
      text: '这件事已经用续办码或登记的手机转到别处接着办理，这里不再需要任何信息。如果不是您本人转的，请马上回答“不是我”，可能有人想动您的卡片。',
      speech: '这件事已经转到别处接着办理。如果不是您本人转的，请说：不是我。',
    },
    'zh-Hant': {
      text: '這件事已經用續辦碼或登記的手機轉到別處接著辦理，這裡不再需要任何資訊。如果不是您本人轉的，請馬上回答「不是我」，可能有人想動您的卡片。',
      speech: '這件事已經轉到別處接著辦理。如果不是您本人轉的，請說：不是我。',
    },
    en: {
      text: 'This was taken up in another place, with its code or from your phone, and goes on there; nothing more is needed here. If that was not you, say “not me” now: somebody may be after your card.',
      speech: 'This was taken up in another place and goes on there. If that was not you, say: not me.',
    },
  },
  'moving.offer': {
    'zh-Hans': { text: '您刚才在别处开始办理，还没有办完。要接着办理吗？' },
    'zh-Hant': { text: '您剛才在別處開始辦理，還沒有辦完。要接著辦理嗎？' },
    en: { text: 'You began something with us elsewhere and were not finished. Shall we go on with it?' },
  },
  'moving.offerHelp': {
    'zh-Hans': { text: '回答“接着办理”，我会先问是哪张卡；回答“从头开始”，就当作新的一次。' },
    'zh-Hant': { text: '回答「接著辦理」，我會先問是哪張卡；回答「從頭開始」，就當作新的一次。' },
    en: {
      text: 'If we go on, I first ask which card it is. Or we start anew, as if nothing had been begun.',
    },
  },
  'choice.elsewhere': {
    'zh-Hans': { text: '换个渠道继续' },
    'zh-Hant': { text: '換個管道繼續' },
    en: { text: 'Go on elsewhere', speech: 'To go on elsewhere' },
  },
  'choice.goOnHere': {
    'zh-Hans': { text: '接着办理' },
    'zh-Hant': { text: '接著辦理' },
    en: { text: 'Go on with it', speech: 'To go on with it' },
  },
  'choice.beginAnew': {
    'zh-Hans': { text: '从头开始' },
    'zh-Hant': { text: '從頭開始' },
    en: { text: 'Start anew', speech: 'To start anew' },
  },
} satisfies Catalogue;
