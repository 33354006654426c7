import type { Wording } from '../../../kit/wording.ts';
import type { freeze as source } from '../../zh-Hans/conversation/freeze.ts';

export const freeze: Record<keyof typeof source, Wording> = {
  'freeze.why': '末四碼 {{lastFour}} 的卡片被凍結的原因是：{{reasons}}。',
  'freeze.whyNotHere': {
    text: '為了保護您，我不能在這裡說明末四碼 {{lastFour}} 的卡片為什麼被凍結。我們的人員核實您的身分後可以告訴您：{{agent}}。',
    speech: '凍結的原因，這裡無法說明。服務人員核實身分後可以告訴您。',
  },
  'freeze.who': {
    text: '凍結是銀行為了保護您的資金做的。我在這裡看不到是誰經手的，我們的人員可以幫您查：{{agent}}。',
    speech: '是銀行為了保護您的資金凍結的。是誰經手的，服務人員可以查。',
  },
  'freeze.when': {
    text: '我在這裡看不到末四碼 {{lastFour}} 的卡片是什麼時候被凍結的，我們的人員可以告訴您：{{agent}}。',
    speech: '什麼時候凍結的，我這裡看不到，服務人員可以告訴您。',
  },
  'freeze.whichCard': '我說的是末四碼 {{lastFour}} 的卡片。',
  'freeze.cardFirst': '這要先知道是哪張卡，我才能告訴您。',
};
