import type { Wordings } from '../../../kit/wording.ts';

/** Answers to what customers ask about a freeze itself. Who has shown nothing hears no more than the status has told. */
export const freeze = {
  'freeze.why': '尾号 {{lastFour}} 的卡片被冻结的原因是：{{reasons}}。',
  'freeze.whyNotHere': {
    text: '为了保护您，我不能在这里说明尾号 {{lastFour}} 的卡片为什么被冻结。工作人员核实您的身份后可以告诉您：{{agent}}。',
    speech: '冻结的原因，这里不能说明。工作人员核实身份后可以告诉您。',
  },
  'freeze.who': {
    text: '冻结是银行为了保护您的资金做的。我在这里看不到是谁经手的，工作人员可以帮您查：{{agent}}。',
    speech: '是银行为了保护您的资金冻结的。是谁经手的，工作人员可以查。',
  },
  'freeze.when': {
    text: '我在这里看不到尾号 {{lastFour}} 的卡片是什么时候被冻结的，工作人员可以告诉您：{{agent}}。',
    speech: '什么时候冻结的，我这里看不到，工作人员可以告诉您。',
  },
  'freeze.whichCard': '我说的是尾号 {{lastFour}} 的卡片。',
  'freeze.cardFirst': '这要先知道是哪张卡，我才能告诉您。',
} satisfies Wordings;
