import type { Wording } from '../../../kit/wording.ts';
import type { authentication as source } from '../../zh-Hans/conversation/authentication.ts';

export const authentication: Record<keyof typeof source, Wording> = {
  'authentication.again': '剛才的內容未能安全送達，也沒有使用，請再輸入一次。',
  'authentication.tooSoon': {
    text: '為保護您的帳戶，兩次嘗試之間需要間隔一會兒。剛才的內容沒有核對，也不計入次數，請在{{wait}}後再輸入一次。',
    speech: '為了安全，請稍等。剛才的沒有核對，也不計次數，請在{{wait}}後再輸入。',
  },
  'authentication.notUnderstood': {
    text: '抱歉，我沒有聽懂，我們正在核實身分。說「取消」可以停下，說「專人客服」可以找人員協助。',
    speech: '抱歉，我沒有聽懂，請用按鍵。',
  },
  'authentication.offerAgent': {
    text: '如果一直不順利，我們的人員可以協助您：{{agent}}。',
    speech: '找服務人員，按 0 和井字鍵。',
  },
};
