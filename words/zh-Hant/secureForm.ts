import type { secureForm as source } from '../zh-Hans/secureForm.ts';

export const secureForm: typeof source = {
  shell: {
    service: '{{service}}',
    title: '解凍銀行卡',
    loading: '請稍候…',
    failed: '頁面無法載入，請檢查網路。',
    tryAgain: '重試',
    language: '語言',
  },
  entry: {
    title: '請輸入簡訊中的代碼',
    about: '代碼只在本頁面輸入。{{bank}}的人員絕不會向您索取這個代碼。',
    label: '代碼',
    hint: '13 位數字，分成三組，在我們最新的簡訊裡。',
    hintHere: '在這個瀏覽器裡，輸入 13 位中的前 8 位即可。代碼只能用一次，有效 10 分鐘。',
    submit: '繼續',
    sending: '正在核對…',
    failed: '沒有送出去，請檢查網路後再試。',
    problems: {
      empty: '請輸入代碼。',
      letters: '代碼只有數字，請檢查。',
      length: '代碼有 13 位數字，這裡是 {{count}} 位，請檢查。',
      lengthHere: '請輸入代碼的前 8 位，或全部 13 位。這裡是 {{count}} 位。',
      cardNumber: '這看起來是卡號。請輸入簡訊中的代碼。',
    },
    unknown: '沒有這個代碼。請與簡訊逐位核對。辦理解凍的代碼有效 10 分鐘，通知裡的代碼有效 72 小時。',
    over: '這個代碼已經失效：代碼有效 10 分鐘。請在先前的地方重新申請，或者{{call}}。',
    used: '這個代碼已經輸入過，只能用一次。如非您本人輸入，請立即{{call}}；如是您本人，請重新申請。',
    thirteen: '請輸入代碼的全部 13 位。',
    ended: '已輸錯五次，這次申請已經結束。請在先前的地方重新申請代碼，或者{{call}}。',
    tooMany: '您所在的網路輸錯的次數太多。請等 10 分鐘再試，或者{{call}}。',
  },
  notice: {
    title: '末四碼 {{lastFour}} 的銀行卡已解凍',
    text: '{{at}}，透過{{channel}}。如非本人操作，請在這裡重新凍結。這個代碼只有這一個用途。',
    freeze: '立即重新凍結',
    itWasMe: '是我本人',
    failed: '沒有送出去，請檢查網路後再試。',
    wasMe: {
      title: '謝謝，沒有任何變更',
      text: '之後如有疑問，可在 72 小時內再次輸入這個代碼，或者{{call}}。',
    },
    frozenAgain: {
      title: '卡片已重新凍結',
      text: '服務人員已受理，會致電給您。如果急用，請{{call}}。',
    },
    freezing: {
      title: '正在凍結卡片',
      text: '需要一點時間，您不必再做什麼。服務人員已受理，會致電給您。如果急用，請{{call}}。',
    },
  },
  open: {
    about: '末四碼 {{lastFour}} 的銀行卡',
    asked: '{{at}} 透過{{channel}}申請。本頁面在 {{until}} 前有效。',
    whySafe: '內容在您的裝置上加密，只有銀行的核驗系統能打開。',
    submit: '安全提交',
    sending: '正在加密並核驗…',
    show: '顯示',
    hide: '隱藏',
    notMe: '不是我',
    notMeHint: '這不是您申請的嗎？請在這裡停止，卡片不會被解凍。',
    again: '剛才的內容未能安全送達，也沒有使用，請再輸入一次。',
    failed: '沒有送出去，請檢查網路。您不必重新輸入。',
    sendAgain: '重新傳送',
    tries: '還可以試 {{count}} 次',
  },
  consent: {
    text: '輸入前需要您單獨同意：您在這裡輸入的內容，只用於核實您本人並解凍這張卡。內容加密傳輸，核對後不保留；核對過這一事實及其結果，依法律規定的期限保存。隱私聲明見本行網站或 App 的「隱私」。',
    agree: '同意',
    decline: '不同意',
    declined: {
      title: '可以由服務人員為您辦理',
      text: '沒有輸入任何內容，卡片仍然凍結。如需由服務人員辦理，請{{call}}。',
    },
  },
  why: '凍結原因：{{reasons}}。',
  reasons: {
    transactionPasswordErrors: '交易密碼連續輸入錯誤',
    abnormalTransaction: '有一筆異常交易，為安全起見暫停使用',
    customerRequest: '您本人申請了臨時凍結',
    dormant: '長期未使用',
    identityDocumentExpired: '留存的證件已過期',
  },
  items: {
    identityDocument: {
      label: '證件號碼',
      hint: '居民身分證 18 位，或您留存的其他證件號碼',
      problems: {
        empty: '請輸入證件號碼。',
        length: '您輸入了 {{count}} 位，居民身分證號碼應為 18 位，請核對。',
        characters: '居民身分證號碼只有數字，最後一位可以是 X。',
        birthDate: '號碼中間的出生日期不是有效日期，請核對。',
        checkCharacter: '最後一位與前面的號碼不符，請核對。',
        lettered: '這不像是證件號碼，請連同字母一起，按證件上的號碼輸入。',
        telephone: '這看起來是電話號碼，請核對。',
        cardNumber: '這看起來是卡號，請核對。',
      },
    },
    transactionPassword: {
      label: '交易密碼',
      hint: '提款、消費時使用的 {{passwordDigits}} 位數字',
      problems: {
        empty: '請輸入交易密碼。',
        length: '您輸入了 {{count}} 位，交易密碼應為 {{passwordDigits}} 位數字。',
        notDigits: '交易密碼只有數字，共 {{passwordDigits}} 位。',
        telephone: '這看起來是電話號碼，請核對。',
        cardNumber: '這看起來是卡號，請核對。',
      },
    },
  },
  call: {
    byPhone: '請致電 {{phone}}',
    byCard: '請撥打卡片背面的客服電話',
  },
  notAccepted: '您提供的資訊與銀行留存的不一致，卡片仍然凍結。您還可以再試 {{count}} 次，請仔細核對。',
  tooSoon: '為保護您的帳戶，兩次嘗試之間需要間隔一會兒。您輸入的內容將在 {{seconds}} 秒後自動提交。',
  unfrozen: {
    title: '末四碼 {{lastFour}} 的銀行卡已解凍',
    text: '現在可以使用了。您可以關閉本頁面，回到先前的對話。',
  },
  matched: {
    title: '核實完成，謝謝您',
    text: '卡片還沒有解凍：接下來由服務人員為您辦理。請關閉本頁面，回到先前的對話。',
  },
  locked: {
    title: '線上解凍已暫停',
    until:
      '資訊多次不一致。為保護您的帳戶，請在 {{until}} 之後再試。卡片仍然凍結，沒有其他影響。如果急用，{{call}}。',
    untilReleased:
      '資訊多次不一致。為保護您的帳戶，需要服務人員與您核實：{{call}}。卡片仍然凍結，沒有其他影響。',
  },
  agent: {
    title: '這張卡需要服務人員辦理',
    text: '這裡無法解除這張卡的凍結，{{call}}。',
  },
  branch: {
    title: '這張卡需要到分行辦理',
    text: '這裡無法解除這張卡的凍結，請您本人攜帶身分證件和卡片，到任一分行辦理。',
  },
  notYet: {
    title: '暫時還不能這樣解凍',
    text: '這張卡剛剛被凍結，或者保護它的手機號碼、密碼剛剛變更過，之後要等一段時間。請在 {{until}} 之後再試，或者{{call}}。',
  },
  gone: {
    title: '這個連結已經失效',
    text: '每個連結只能使用一次，有效 10 分鐘。請在先前的對話中申請新的連結，或者{{call}}。',
  },
  goneCode: {
    title: '這個代碼已經失效',
    text: '每個代碼只能使用一次，有效 10 分鐘。請在先前的對話中申請新的代碼，或者{{call}}。',
  },
  denied: {
    title: '已停止，卡片沒有解凍',
    text: '這次申請和這張卡的其他連結、代碼都已失效。可能有人知道您的卡號：請不要把密碼、驗證碼或連結告訴任何人。如不放心，{{call}}。',
  },
};
