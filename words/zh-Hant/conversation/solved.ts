import type { Wording } from '../../../kit/wording.ts';
import type { solved as source } from '../../zh-Hans/conversation/solved.ts';

export const solved: Record<keyof typeof source, Wording> = {
  'solved.ask': '您的問題解決了嗎？',
  'solved.yes': '很高興能幫上忙，有需要請隨時找我。',
  'solved.no': '很抱歉，還沒能幫上忙。請告訴我還有什麼問題，或點選下面的選項。',
  'choice.solved': '已解決',
  'choice.notSolved': '還沒解決',
};
