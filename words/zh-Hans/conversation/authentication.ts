import type { Wordings } from '../../../kit/wording.ts';

export const authentication = {
  'authentication.again': '刚才的内容没能安全送达，也没有使用，请再输入一次。',
  'authentication.tooSoon': {
    text: '为保护您的账户，两次尝试之间需要间隔一会儿。刚才的内容没有核对，也不计入次数，请在{{wait}}后再输入一次。',
    speech: '为了安全，请稍等。刚才的没有核对，也不计次数，请在{{wait}}后再输入。',
  },
  'authentication.notUnderstood': {
    text: '抱歉，我没有听懂，我们正在核实身份。说“取消”可以停下，说“人工”可以找工作人员。',
    speech: '抱歉，我没有听懂，请用按键。',
  },
  'authentication.offerAgent': {
    text: '如果总是不顺利，工作人员可以帮您：{{agent}}。',
    speech: '找工作人员，按 0 和井号键。',
  },
} satisfies Wordings;
