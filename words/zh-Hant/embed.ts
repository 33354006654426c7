import type { embed as source } from '../zh-Hans/embed.ts';

export const embed: typeof source = {
  chat: '{{service}}',
  open: '卡片不能用？',
  close: '關閉對話',
  failed: '對話無法在此頁面顯示，請點這裡在新視窗中開啟。',
};
