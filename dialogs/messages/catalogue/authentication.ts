import type { Catalogue } from './message.ts';

export const authentication = {
  'authentication.again': {
    'zh-Hans': { text: '刚才的内容没能安全送达，也没有使用，请再输入一次。' },
    'zh-Hant': { text: '剛才的內容未能安全送達，也沒有使用，請再輸入一次。' },
    en: { text: 'That did not arrive safely and was not used. Please enter it once more.' },
  },
  'authentication.tooSoon': {
    'zh-Hans': {
      text: '为保护您的账户，两次尝试之间需要间隔一会儿。刚才的内容没有核对，也不计入次数，请在{{wait}}后再输入一次。',
      speech: '为保护您的账户，请稍等一会儿。刚才的内容不计入次数，请在{{wait}}后再输入一次。',
    },
    'zh-Hant': {
      text: '為保護您的帳戶，兩次嘗試之間需要間隔一會兒。剛才的內容沒有核對，也不計入次數，請在{{wait}}後再輸入一次。',
      speech: '為保護您的帳戶，請稍等一會兒。剛才的內容不計入次數，請在{{wait}}後再輸入一次。',
    },
    en: {
      text: 'To protect your account there has to be a short pause between tries. What you have just entered was not checked and does not count. Please enter it again in {{wait}}.',
      speech:
        'To protect your account, please wait a little. What you have just entered does not count. Please enter it again in {{wait}}.',
    },
  },
  'authentication.notUnderstood': {
    'zh-Hans': { text: '抱歉，我没有听懂，我们正在核实身份。说“取消”可以停下，说“人工”可以找工作人员。' },
    'zh-Hant': {
      text: '抱歉，我沒有聽懂，我們正在核實身分。說「取消」可以停下，說「專人客服」可以找人員協助。',
    },
    en: {
      text: 'Sorry, I did not understand; we are in the middle of the verification. Say “cancel” to stop, or ask for a person.',
    },
  },
  'authentication.offerAgent': {
    'zh-Hans': { text: '如果总是不顺利，工作人员可以帮您：{{agent}}。' },
    'zh-Hant': { text: '如果一直不順利，我們的人員可以協助您：{{agent}}。' },
    en: { text: 'If it does not work out, our staff can help: {{agent}}.' },
  },
} satisfies Catalogue;
