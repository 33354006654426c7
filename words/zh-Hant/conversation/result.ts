import type { Wording } from '../../../kit/wording.ts';
import type { result as source } from '../../zh-Hans/conversation/result.ts';

export const result: Record<keyof typeof source, Wording> = {
  'result.unfrozen': '卡片已解凍',
  'result.notAccepted': '資訊不一致，卡片仍然凍結',
  'result.tooSoon': '請稍候片刻',
  'result.locked': '線上解凍已暫停',
  'result.handedOver': '已轉給我們的人員',
  'result.person': '專人客服',
  'result.time': '時間',
  'result.receipt': '收據編號',
  'result.notYou':
    '不是您本人操作？請立即聯絡我們，或用留存的手機對解凍通知回覆「不是我」，卡片會立即重新凍結。',
  'result.triesLeft': '剩餘次數',
  'result.again': '再次輸入',
  'result.now': '現在就可以',
  'result.until': '暫停至',
  'result.untilReleased': '人員核實後恢復',
  'result.call': '撥打 {{phone}}',
  'result.callByCard': '撥打卡片背面的客服電話。',
  'result.link': '傳簡訊給我',
  'result.branch': '也可以攜帶有效證件，到任一分行辦理。',
  'result.case': '受理編號',
  'result.hours': '服務時間',
  'result.anyTime': '全天',
};
