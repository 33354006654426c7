import type { Wording } from '../../../kit/wording.ts';
import type { lock as source } from '../../zh-Hans/conversation/lock.ts';

export const lock: Record<keyof typeof source, Wording> = {
  'lock.stands': {
    text: '末四碼 {{lastFour}} 的卡片的解凍還在暫停中：資訊多次不一致。約 {{wait}}後可以再試，卡片仍然凍結，沒有其他影響。急用的話，{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡片，解凍還在暫停，約 {{wait}}後可以再試。',
  },
  'lock.standsUntilReleased': {
    text: '末四碼 {{lastFour}} 的卡片的解凍已停用：資訊多次不一致。需要我們的人員核實後恢復：{{agent}}。',
    speech: '末四碼 {{lastFour}} 的卡片，解凍已停用，需要服務人員核實後恢復。',
  },
  'lock.person': {
    text: '在那之前，我這裡無法辦理。等不及的話，我們的人員可以協助您：{{agent}}。',
    speech: '在那之前，我這裡無法辦理。等不及的話，請按 0 找服務人員。',
  },
  'tries.left': '您還可以試 {{count}} 次。',
  'tries.some': {
    text: '您有幾次機會。每次不對，我會告訴您還剩幾次；都用完了，解凍會為了安全暫停一段時間。',
    speech: '您有幾次機會，每次不對，我會告訴您還剩幾次。',
  },
};
