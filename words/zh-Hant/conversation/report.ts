import type { Wording } from '../../../kit/wording.ts';
import type { report as source } from '../../zh-Hans/conversation/report.ts';

export const report: Record<keyof typeof source, Wording> = {
  'report.cardNamed': {
    text: '謝謝。末四碼 {{lastFour}} 的卡片已記入編號 {{caseId}}，我們的人員可以看到。在您告訴我卡片找到之前，我不會為它解凍。',
    speech: '末四碼 {{lastFour}} 的卡已記入編號 {{caseId}}。',
  },
  'report.cardFrozen': {
    text: '末四碼 {{lastFour}} 的卡片已凍結，並記入編號 {{caseId}}，我們的人員可以看到。在您告訴我卡片找到之前，我不會為它解凍。',
    speech: '末四碼 {{lastFour}} 的卡已凍結，編號 {{caseId}}。',
  },
  'report.cardNumberProblem': {
    text: '這個卡號不對，可能少了一碼或錯了一碼，還沒有記入編號 {{caseId}}。請再告訴我一次卡號。',
    speech: '這個卡號不對，可能少了或錯了一碼。請再說一次。',
  },
  'report.stands': {
    text: '您通報過卡片遺失、被竊或需要凍結（編號 {{caseId}}），所以我現在不為您解凍任何卡片。您可以告訴我卡號，我會記入這個編號。如果卡片已經找到，請說「卡片找到了」。',
    speech: '您通報過卡片，我現在不能解凍。',
  },
  'report.cardFound': {
    text: '太好了。編號 {{caseId}} 中已註明卡片找到了，我可以照常為您辦理。請問您要辦什麼？',
    speech: '太好了，已註明卡片找到了。',
  },
  'report.cardFoundAndNamed': {
    text: '太好了。編號 {{caseId}} 中已註明卡片找到了。我現在查詢末四碼 {{lastFour}} 的卡片。',
    speech: '太好了。我現在查詢末四碼 {{lastFour}} 的卡片。',
  },
  'report.isItOne': {
    text: '請確認一下：您是要通報卡片遺失、被竊、被盜用，或者要凍結卡片嗎？是的話，我馬上停下來轉給我們的人員；不是的話，我們接著辦理。',
    speech: '您是要通報卡片遺失或被盜用嗎？',
  },
  'report.isItOneHelp': {
    text: '通報之後，我不會再解凍任何卡片，直到您說卡片找到了。所以我先問清楚。',
    speech: '通報之後，找到卡之前我不會解凍。',
  },
  'freezing.which': {
    text: '我可以立即凍結：請告訴我這張卡的末四碼。如果不清楚末四碼，{{agent}}。',
    speech: '可以立刻凍結。請輸入卡號末四碼，再按井字鍵。',
  },
  'freezing.again': {
    text: '請告訴我這張卡的末四碼，我立即凍結。如果不清楚，請說「沒有」。',
    speech: '請輸入卡號的末四碼，再按井字鍵。',
  },
  'freezing.help': {
    text: '您用在銀行登記的手機聯絡我們時，只要卡號末四碼就可以凍結卡片，帳單和行動銀行裡都查得到。之後解凍需要核對更多資料。',
    speech: '用您登記的手機，只要卡號末四碼就可以凍結。',
  },
  'freezing.offerAgent': {
    text: '我們的人員也可以為您凍結：{{agent}}。',
    speech: '服務人員也可以為您凍結，請按 0 再按井字鍵。',
  },
  'freezing.frozen': {
    text: '末四碼 {{lastFour}} 的卡片已凍結，現在任何人都不能用它付款。',
    speech: '末四碼 {{lastFour}} 的卡片已凍結。',
  },
  'freezing.freezing': {
    text: '末四碼 {{lastFour}} 的卡片正在凍結，但還沒有完成，我會一直嘗試。為了安全，{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡片正在凍結，還沒有完成，我會一直嘗試。',
  },
  'freezing.noted': {
    text: '我們的人員已收到，編號 {{caseId}}。如果卡片遺失、被竊，或有不是您做的交易，{{agent}}，報編號即可。找回卡片後，請說「卡片找到了」。',
    speech: '您的編號是 {{caseId}}。',
  },
  'freezing.notHere': {
    text: '我這裡無法凍結它，請不要等：{{agent}}。',
    speech: '我這裡無法凍結它，請讓服務人員馬上處理。',
  },
};
