import type { Wordings } from '../../../kit/wording.ts';

/** Answers to what customers ask about a freeze itself. Who has shown nothing hears no more than the status has told. */
export const freeze = {
  'freeze.why': {
    text: '尾号 {{lastFour}} 的卡片被冻结的原因是：{{reasons}}。',
    speech: '冻结的原因是{{reasons}}。',
  },
  'freeze.whyInGeneral': {
    text: '为保护您，核验通过之前我不能说是哪一种原因。一般有这几种：交易密码连续输错、出现异常交易，或者本人申请了临时冻结。解冻后再问我，我就告诉您。',
    speech: '可能是密码输错、异常交易，或您本人申请。解冻后我能说是哪一种。',
  },
  'freeze.whyWas': {
    text: '尾号 {{lastFour}} 的卡片之前冻结的原因：{{reasons}}。现在已经解冻。',
    speech: '先前冻结的原因是{{reasons}}。现在已解冻。',
  },
  'freeze.whyNotHere': {
    text: '为了保护您，我不能在这里说明尾号 {{lastFour}} 的卡片为什么被冻结。工作人员核实您的身份后可以告诉您：{{agent}}。',
    speech: '这里不能说原因，工作人员可以，请按 0。',
  },
  'freeze.who': {
    text: '冻结是为了保护您的资金：可能是银行做的，也可能是您本人申请的。我在这里看不到是谁经手的，工作人员可以帮您查：{{agent}}。',
    speech: '可能是银行，也可能是您本人，工作人员可以查，请按 0。',
  },
  'freeze.when': {
    text: '我在这里看不到尾号 {{lastFour}} 的卡片是什么时候被冻结的，工作人员可以告诉您：{{agent}}。',
    speech: '这里看不到，工作人员可以查，请按 0。',
  },
  'freeze.whichCard': '我说的是尾号 {{lastFour}} 的卡片。',
  'freeze.cardFirst': '这要先知道是哪张卡，我才能告诉您。',
} satisfies Wordings;
