import type { Wording } from '../../../kit/wording.ts';
import type { handoff as source } from '../../zh-Hans/conversation/handoff.ts';

export const handoff: Record<keyof typeof source, Wording> = {
  agent: {
    text: '我已將情況轉給我們的人員，編號 {{caseId}}。{{agent}}，報編號即可，不用再從頭說明。',
    speech: '您的編號是 {{caseId}}。',
  },
  'agent.later': {
    text: '我已將情況轉給我們的人員，編號 {{caseId}}。現在不是服務時間，{{when}}起可以聯絡：{{agent}}，報編號即可。',
    speech: '現在不是服務時間，{{when}}起請再打來，編號 {{caseId}}。',
  },
  'agent.byPhone': '請撥打 {{phone}}',
  'agent.byCard': '請撥打卡片背面的客服電話',
  freezeOrReport: {
    text: '如果卡片遺失、被竊，或有您沒做過的交易，請立即聯絡我們的人員凍結卡片：{{agent}}。我這裡無法凍結。',
    speech: '請讓服務人員馬上凍結。我沒有解凍任何卡。',
  },
  'handoff.noted': {
    text: '情況已記錄，編號 {{caseId}}，聯絡時報編號即可。請不要等我們來電。',
    speech: '您的編號是 {{caseId}}。',
  },
  'disowning.wasItYou': {
    text: '您的卡片最近被解凍了。是您本人操作的嗎？如果不是，請回答「不是我」，我馬上重新凍結。',
    speech: '您的卡最近解凍過。是您本人嗎？不是的話，我馬上重新凍結。',
  },
  'disowning.wasYou': {
    text: '好的，謝謝您確認，卡片維持現在的狀態。之後如有不對，隨時可以說「不是我」。',
    speech: '謝謝，卡片不變。以後如有不對，請說：不是我。',
  },
  'disowned.frozenAgain': {
    text: '謝謝您告訴我們。末四碼 {{lastFour}} 的卡片已重新凍結，只有我們的人員能夠解凍。',
    speech: '謝謝。末四碼 {{lastFour}} 的卡已重新凍結，只有服務人員能解凍。',
  },
  'disowned.freezing': {
    text: '謝謝您告訴我們。末四碼 {{lastFour}} 的卡片正在重新凍結，但還沒有完成。為了安全，請您馬上聯絡我們：{{agent}}。',
    speech: '謝謝。末四碼 {{lastFour}} 的卡正在重新凍結，還沒有完成。',
  },
  'disowned.kept': {
    text: '謝謝您告訴我們。系統暫時沒有回應，我會一直嘗試，直到您最近解凍的卡片重新凍結。為了安全，請您馬上聯絡我們：{{agent}}。',
    speech: '謝謝。系統暫時沒有回應，我會一直試到卡重新凍結。',
  },
  'disowned.already': '末四碼 {{lastFour}} 的卡片，您已經告訴過我們，由我們的人員處理。',
};
