import type { Wordings } from '../../../kit/wording.ts';

/** What is said on the telephone alone: short, one thought, then the choice, the key last. */
export const telephone = {
  'language.press.putonghua': '普通话请按 1。',
  'language.press.guoyu': '國語請按 2。',
  'language.press.english': 'For English, press 3.',
  'language.press.cantonese': '廣東話請按 4。',
  'telephone.press': { text: '{{choice}}，请按 {{key}}。', speech: '{{choice}}请按 {{key}}。' },
  'telephone.pressForPerson': '人工请按 0。',
  'telephone.oneMoment': '正在为您办理，请稍等。',
  'telephone.stillWorking': '还在办理，请不要挂机。',
  'telephone.noSuchKey': { text: '没有这个按键选项。', speech: '没有这个选项。' },
  'telephone.unclear': { text: '抱歉，我没有听清。也可以用按键。', speech: '抱歉，我没有听清。' },
  'telephone.keypadOnly': {
    text: '为了您的安全，请不要说出来，只用按键输入。刚才的内容没有使用，也没有保存。',
    speech: '请不要说出来，用按键输入。刚才的没有保存。',
  },
  'telephone.startAgain': '已清除，请重新输入。',
  'telephone.connecting': '正在为您转接，请稍等。',
  'telephone.nobodyThere': {
    text: '现在没有工作人员能接听。请拨打卡片背面的客服电话，或者稍后再打来。',
    speech: '现在没有人能接听，请拨打卡背面的客服电话。',
  },
  'telephone.resume': '您刚才来过电话，还没有办完。',
  'telephone.resumeYes': '接着办理',
  'telephone.resumeNo': '从头开始',
  'telephone.trouble': '抱歉，我们的系统暂时出了问题。',
  'telephone.goodbye': '感谢来电，再见。',
} satisfies Wordings;
