import type { Wording } from '../../../kit/wording.ts';
import type { cardStatus as source } from '../../zh-Hans/conversation/cardStatus.ts';

export const cardStatus: Record<keyof typeof source, Wording> = {
  'cardNumber.ask': {
    text: '請輸入您的銀行卡卡號（卡片正面的 13 至 19 位數字）。',
    speech: '請輸入卡號，或者唸出來，最後按井字鍵。輸錯了可以按米字鍵重來。',
  },
  'cardNumber.askByPhone': {
    text: '請傳送您的銀行卡卡號（13 至 19 位數字）。如果您正在使用在銀行登記的手機，只傳卡號末四碼即可。',
    speech:
      '請輸入卡號，或者唸出來，最後按井字鍵。如果您用登記的手機來電，只要末四碼。輸錯了可以按米字鍵重來。',
  },
  'cardNumber.several': {
    text: '這四位數字對應您的多張卡片。請提供完整的卡號（13 至 19 位數字）。',
    speech: '這四位數字對應您的多張卡片。請輸入完整的卡號，最後按井字鍵。',
  },
  'cardNumber.length': {
    text: '您輸入了 {{count}} 位數字，卡號應為 13 至 19 位。請再核對一下。',
    speech: '收到了 {{count}} 位數字，卡號有 13 到 19 位。請從頭再輸入一次，不用著急，最後按井字鍵。',
  },
  'cardNumber.otherBank':
    '這不是我們銀行完整的卡號：可能漏了開頭幾位，也可能是其他銀行的卡。請對照卡片再輸入一次完整的卡號。',
  'cardNumber.telephone': '這看起來是電話號碼。我需要的是卡片正面的卡號，13 至 19 位數字。',
  'cardNumber.checkDigit': {
    text: '這個卡號的檢核不符，可能有一位輸錯或順序顛倒了。請對照卡片再輸入一次。',
    speech: '這個卡號對不上，可能有一位輸錯了。請對照卡片再輸入一次，最後按井字鍵。',
  },
  'cardNumber.notDigits': {
    text: '我需要的是卡號，只由數字組成。請輸入卡片正面的 13 至 19 位數字。',
    speech: '請輸入卡片上 13 到 19 位的卡號，最後按井字鍵。',
  },
  'cardNumber.notUnderstood': '抱歉，我沒有聽懂。我現在需要您的卡號，也可以說「取消」。',
  'cardNumber.other': '好的，換一張卡。請輸入那張卡的卡號。',
  'cardChoice.ask': '您給了幾張卡，我們一張一張來。先看哪一張？末四碼 {{cards}}？',
  'cardChoice.again': '請告訴我卡片的末四碼：{{cards}}。',
  'cardNumber.explained': {
    text: '卡號一般每 4 位一組印在卡片正面或背面，也可以在行動銀行中查到。空格可有可無。',
    speech: '卡號印在卡片的正面或背面。要找服務人員，請按 0 再按井字鍵。',
  },
  'cardNumber.offerAgent': {
    text: '如果手邊沒有卡號，專人客服可以協助您：{{agent}}。',
    speech: '如果手邊沒有卡號，服務人員可以協助您，請按 0 再按井字鍵。',
  },
  'cardNumber.why': '卡號只用來找到您的卡片；對話紀錄中只保留後四碼。',
  'cardStatus.noFrozenCard': {
    text: '沒有查到末四碼 {{lastFour}} 的凍結卡片。如果付款失敗，也可能是超出限額、卡片過期、商店不支援或網路問題。需要的話，專人客服可以協助您查看：{{agent}}。',
    speech:
      '沒有查到末四碼 {{lastFour}} 的凍結卡片。付款失敗，也可能是超出限額、卡片過期，或商店、網路的問題。',
  },
  'cardStatus.noFrozenCardByPhone': {
    text: '您使用的號碼下沒有查到末四碼 {{lastFour}} 的凍結卡片。如果登記的是別的手機，請提供完整卡號。付款失敗也可能是超出限額、卡片過期、商店不支援或網路問題。專人客服可以協助您查看：{{agent}}。',
    speech:
      '您來電的號碼下，沒有查到末四碼 {{lastFour}} 的凍結卡片。如果登記的是別的手機，請提供完整卡號。付款失敗，也可能是超出限額、卡片過期，或商店、網路的問題。',
  },
  'cardStatus.howTo': '準備好後，說「解凍」，我就為末四碼 {{lastFour}} 的卡片辦理。',
  howToUnfreeze: {
    text: '線上解凍只要大約一分鐘：給我卡號，我查詢原因；可以線上解凍的，再核對您留存的證件號碼、交易密碼，或兩者。少數情況需要到分行或找我們的人員。要開始時，說「解凍」。',
    speech:
      '線上解凍只要大約一分鐘。您給我卡號，我來查詢；再核對您留存的證件號碼、交易密碼，或兩者。要開始時，說解凍。',
  },
  'cardStatus.frozen': '末四碼 {{lastFour}} 的卡片已被凍結，您可以在這裡解凍。',
  'cardStatus.frozenBecause': '末四碼 {{lastFour}} 的卡片已被凍結，原因：{{reasons}}。您可以在這裡解凍。',
  'reason.transactionPasswordErrors': '交易密碼連續輸入錯誤',
  'reason.abnormalTransaction': '有一筆異常交易，為安全起見暫停使用',
  'reason.customerRequest': '您本人申請了臨時凍結',
  'reason.dormant': '長期未使用',
  'reason.identityDocumentExpired': '留存的證件已過期',
  'instructions.both': {
    text: '解凍時我會先請您輸入在銀行留存的證件號碼，再輸入六位數交易密碼，請準備好證件。大約一分鐘。',
    speech: '解凍時請您用按鍵輸入證件號碼和六位數交易密碼，請準備好證件。',
  },
  'instructions.byLink': {
    text: '解凍時，我會傳一則簡訊到您在銀行留存的手機，請依簡訊開啟頁面，輸入{{items}}。',
    speech: '解凍時，您留存的手機會收到簡訊，請依簡訊開啟頁面，輸入{{items}}。',
  },
  'instructions.several': {
    text: '解凍時我會依序請您輸入：{{items}}，請準備好。大約一分鐘。',
    speech: '解凍時請您用按鍵依序輸入：{{items}}，請準備好。',
  },
  'cardStatus.needsStaff': {
    text: '末四碼 {{lastFour}} 的卡片已被凍結，這種情況不能在這裡解凍。請您本人帶同身分證件和卡片到任何一間分行辦理，或者{{agent}}。希望我們打給您的話，請說「請回電」。',
    speech: '末四碼 {{lastFour}} 的卡片已凍結，這裡不能解凍。請帶證件和卡片到分行，或按 0。',
  },
  'cardStatus.notYetChanged': {
    text: '末四碼 {{lastFour}} 的卡片暫時還不能這樣解凍：保護它的手機號碼或密碼剛剛變更過，為了您的安全，變更之後要等一段時間。約 {{wait}}後可以在這裡辦理。等不及的話，{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡片，手機號碼或密碼剛變更過，這裡暫時無法解凍，約 {{wait}}後可以再試。',
  },
  'cardStatus.notYetFrozen': {
    text: '末四碼 {{lastFour}} 的卡片暫時還不能這樣解凍：它剛剛被凍結，為了您的安全，凍結之後要等一段時間。約 {{wait}}後可以在這裡辦理。等不及的話，{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡片剛被凍結，這裡暫時無法解凍，約 {{wait}}後可以再試。',
  },
  'cardStatus.notYetElsewhere': {
    text: '也可以到任一分行辦理，請您本人攜帶身分證件和卡片。',
    speech: '也可以攜帶身分證件和卡片，到任一分行辦理。',
  },
  'cardStatus.tooMany': {
    text: '您查詢的次數較多，請過幾分鐘再試。如果急用，{{agent}}。',
    speech: '您查詢的次數較多，請過幾分鐘再打來。',
  },
};
