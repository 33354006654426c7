import type { Wordings } from '../../../kit/wording.ts';

/** The quick replies. Each must be understood as what it says; a test types every one of them. */
export const choices = {
  'choice.cardStatus': { text: '查询卡片状态', speech: '查询卡片' },
  'choice.unfreeze': '解冻卡片',
  'choice.howToUnfreeze': { text: '怎样解冻', speech: '' },
  'choice.backToBot': { text: '回到机器人', speech: '回到自动服务' },
  'choice.callBack': { text: '请回电给我', speech: '请我们回电' },
  'choice.agent': { text: '人工客服', speech: '' },
  'choice.cardFound': { text: '卡找到了', speech: '卡找到了' },
  'choice.itWasMe': '是我本人',
  'choice.notMe': '不是我',
  'choice.yes': { text: '是，解冻', speech: '现在解冻' },
  'choice.no': { text: '不，先不解冻', speech: '先不解冻' },
  'choice.goOn': { text: '不，继续', speech: '继续办理' },
  'choice.stop': { text: '是，停止', speech: '停止办理' },
  'choice.card': '尾号 {{lastFour}}',
  'choice.whyAsked': '为什么要问这个？',
  'choice.cancel': { text: '取消', speech: '取消' },
  'choice.language.zhHans': { text: '简体中文', speech: '普通话' },
  'choice.language.zhHant': { text: '繁體中文', speech: '国语' },
  'choice.language.en': { text: 'English', speech: '英语' },
  'choice.report': { text: '是的，我要报告', speech: '是的' },
} satisfies Wordings;
