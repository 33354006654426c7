import type { Wording } from '../../../kit/wording.ts';
import type { freeze as source } from '../../zh-Hans/conversation/freeze.ts';

export const freeze: Record<keyof typeof source, Wording> = {
  'freeze.why': {
    text: '末四碼 {{lastFour}} 的卡片被凍結的原因是：{{reasons}}。',
    speech: '凍結的原因是{{reasons}}。',
  },
  'freeze.whyInGeneral': {
    text: '為保護您，核驗通過之前我不能說是哪一種原因。一般有這幾種：交易密碼連續輸入錯誤、出現異常交易，或本人申請了臨時凍結。解凍後再問我，我就告訴您。',
    speech: '可能是密碼輸錯、異常交易，或您本人申請。解凍後我能說是哪一種。',
  },
  'freeze.whyWas': {
    text: '末四碼 {{lastFour}} 的卡片先前凍結的原因：{{reasons}}。現在已經解凍。',
    speech: '先前凍結的原因是{{reasons}}。現在已解凍。',
  },
  'freeze.whyNotHere': {
    text: '為了保護您，我不能在這裡說明末四碼 {{lastFour}} 的卡片為什麼被凍結。我們的人員核實您的身分後可以告訴您：{{agent}}。',
    speech: '這裡不能說原因，服務人員可以，請按 0。',
  },
  'freeze.who': {
    text: '凍結是為了保護您的資金：可能是銀行做的，也可能是您本人申請的。我在這裡看不到是誰經手的，我們的人員可以協助您查：{{agent}}。',
    speech: '可能是銀行，也可能是您本人，服務人員可以查，請按 0。',
  },
  'freeze.when': {
    text: '我在這裡看不到末四碼 {{lastFour}} 的卡片是什麼時候被凍結的，我們的人員可以告訴您：{{agent}}。',
    speech: '這裡看不到，服務人員可以查，請按 0。',
  },
  'freeze.whichCard': '我說的是末四碼 {{lastFour}} 的卡片。',
  'freeze.cardFirst': '這要先知道是哪張卡，我才能告訴您。',
};
