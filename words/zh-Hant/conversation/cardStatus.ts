import type { Wording } from '../../../kit/wording.ts';
import type { cardStatus as source } from '../../zh-Hans/conversation/cardStatus.ts';

export const cardStatus: Record<keyof typeof source, Wording> = {
  'cardNumber.ask': {
    text: '請輸入您的銀行卡卡號（卡片正面的 13 至 19 位數字）。',
    speech: '請輸入或說出卡號，按井字鍵結束。',
  },
  'cardNumber.askByPhone': {
    text: '請傳送您的銀行卡卡號（13 至 19 位數字）。如果您正在使用在銀行登記的手機，只傳卡號末四碼即可。',
    speech: '請輸入或說出卡號，按井字鍵結束。用登記的手機，末四碼就可以。',
  },
  'cardNumber.several': {
    text: '這四位數字對應您的多張卡片。請提供完整的卡號（13 至 19 位數字）。',
    speech: '有幾張卡的末四碼相同。請輸入完整卡號，按井字鍵結束。',
  },
  'cardNumber.length': {
    text: '您輸入了 {{count}} 位數字，卡號應為 13 至 19 位。請再核對一下。',
    speech: '收到 {{count}} 位，卡號有 13 到 19 位。請慢慢再輸入一次，按井字鍵結束。',
  },
  'cardNumber.otherBank': {
    text: '這不是我們銀行完整的卡號：可能漏了開頭幾位，也可能是其他銀行的卡。請對照卡片再輸入一次完整的卡號。',
    speech: '這不是本行完整的卡號。請對照卡片再輸入一次。',
  },
  'cardNumber.telephone': {
    text: '這看起來是電話號碼。我需要的是卡片正面的卡號，13 至 19 位數字。',
    speech: '這像是電話號碼。我需要的是卡號。',
  },
  'cardNumber.checkDigit': {
    text: '這個卡號的檢核不符，可能有一位輸錯或順序顛倒了。請對照卡片再輸入一次。',
    speech: '可能有一位輸錯了。請對照卡片再輸入一次，按井字鍵結束。',
  },
  'cardNumber.notDigits': {
    text: '我需要的是卡號，只由數字組成。請輸入卡片正面的 13 至 19 位數字。',
    speech: '請輸入卡片上 13 到 19 位的卡號，最後按井字鍵。',
  },
  'cardNumber.notUnderstood': {
    text: '抱歉，我沒有聽懂。我現在需要您的卡號，也可以說「取消」。',
    speech: '抱歉，我沒有聽懂。我需要您的卡號。',
  },
  'cardNumber.other': { text: '好的，換一張卡。請輸入那張卡的卡號。', speech: '好的，換一張卡。' },
  'cardChoice.ask': {
    text: '您給了幾張卡，我們一張一張來。先看哪一張？末四碼 {{cards}}？',
    speech: '我們一張一張來。先看哪一張？',
  },
  'cardChoice.again': { text: '請告訴我卡片的末四碼：{{cards}}。', speech: '請告訴我末四碼。' },
  'cardNumber.explained': {
    text: '卡號一般每 4 位一組印在卡片正面或背面，也可以在行動銀行中查到。空格可有可無。',
    speech: '卡號印在卡的正面或背面。輸錯了，按米字鍵重來。',
  },
  'cardNumber.offerAgent': {
    text: '如果手邊沒有卡號，專人客服可以協助您：{{agent}}。',
    speech: '找服務人員，按 0 和井字鍵。',
  },
  'cardNumber.why': {
    text: '卡號只用來找到您的卡片；對話紀錄中只保留後四碼。',
    speech: '卡號只用來找到您的卡，我只保留末四碼。',
  },
  'cardStatus.noFrozenCard': {
    text: '沒有查到末四碼 {{lastFour}} 的凍結卡片。如果付款失敗，也可能是超出限額、卡片過期、商店不支援或網路問題。需要的話，專人客服可以協助您查看：{{agent}}。',
    speech: '沒有末四碼 {{lastFour}} 的凍結卡片。也可能是限額、過期或商店的問題。',
  },
  'cardStatus.noFrozenCardByPhone': {
    text: '您使用的號碼下沒有查到末四碼 {{lastFour}} 的凍結卡片。如果登記的是別的手機，請提供完整卡號。付款失敗也可能是超出限額、卡片過期、商店不支援或網路問題。專人客服可以協助您查看：{{agent}}。',
    speech: '這個號碼下沒有末四碼 {{lastFour}} 的凍結卡片。登記的是別的手機時，請給完整卡號。',
  },
  'cardStatus.howTo': {
    text: '準備好後，說「解凍」，我就為末四碼 {{lastFour}} 的卡片辦理。',
    speech: '準備好後，說解凍。',
  },
  howToUnfreeze: {
    text: '線上解凍只要大約一分鐘：給我卡號，我查詢原因；可以線上解凍的，再核對您留存的證件號碼、交易密碼，或兩者。少數情況需要到分行或找我們的人員。要開始時，說「解凍」。',
    speech: '大約一分鐘：先給卡號，再核對證件號碼或交易密碼。要開始，說解凍。',
  },
  'cardStatus.frozen': {
    text: '末四碼 {{lastFour}} 的卡片已被凍結，您可以在這裡解凍。',
    speech: '這張卡已凍結。',
  },
  'cardStatus.frozenBecause': {
    text: '末四碼 {{lastFour}} 的卡片已被凍結，原因：{{reasons}}。您可以在這裡解凍。',
    speech: '這張卡已凍結，原因是{{reasons}}。',
  },
  'reason.transactionPasswordErrors': '交易密碼連續輸入錯誤',
  'reason.abnormalTransaction': '有一筆異常交易，為安全起見暫停使用',
  'reason.customerRequest': '您本人申請了臨時凍結',
  'reason.dormant': '長期未使用',
  'reason.identityDocumentExpired': '留存的證件已過期',
  'instructions.both': {
    text: '解凍時我會先請您輸入在銀行留存的證件號碼，再輸入{{passwordLength}}交易密碼，請準備好證件。大約一分鐘。',
    speech: '',
  },
  'instructions.byLink': {
    text: '解凍時，我會傳一則簡訊到您在銀行留存的手機，請依簡訊開啟頁面，輸入{{items}}。',
    speech: '要在您留存的手機上用簡訊辦理。',
  },
  'instructions.several': { text: '解凍時我會依序請您輸入：{{items}}，請準備好。大約一分鐘。', speech: '' },
  'cardStatus.needsStaff': {
    text: '末四碼 {{lastFour}} 的卡片已被凍結，這種情況不能在這裡解凍。請您本人帶同身分證件和卡片到任何一間分行辦理，或者{{agent}}。希望我們打給您的話，請說「請回電」。',
    speech: '末四碼 {{lastFour}} 的卡已凍結，這裡不能解凍。請帶證件和卡到分行，或按 0。',
  },
  'cardStatus.notYetChanged': {
    text: '末四碼 {{lastFour}} 的卡片暫時還不能這樣解凍：保護它的手機號碼或密碼剛剛變更過，為了您的安全，變更之後要等一段時間。約 {{wait}}後可以在這裡辦理。等不及的話，{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡剛改過手機號碼或密碼，約 {{wait}}後才能解凍。',
  },
  'cardStatus.notYetFrozen': {
    text: '末四碼 {{lastFour}} 的卡片暫時還不能這樣解凍：它剛剛被凍結，為了您的安全，凍結之後要等一段時間。約 {{wait}}後可以在這裡辦理。等不及的話，{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡剛被凍結，約 {{wait}}後才能解凍。',
  },
  'cardStatus.notYetElsewhere': {
    text: '也可以到任一分行辦理，請您本人攜帶身分證件和卡片。',
    speech: '分行現在就能辦。',
  },
  'cardStatus.tooMany': {
    text: '您查詢的次數較多，請過幾分鐘再試。如果急用，{{agent}}。',
    speech: '您查詢的次數較多，請過幾分鐘再打來。',
  },
};
