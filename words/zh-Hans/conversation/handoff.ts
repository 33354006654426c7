import type { Wordings } from '../../../kit/wording.ts';

/** How a customer reaches a person. Nobody calls back by promise: the customer calls, and the case is known there. */
export const handoff = {
  agent: {
    text: '我已把情况转给工作人员，编号 {{caseId}}。{{agent}}，报编号即可，不用再从头说明。',
    speech: '您的编号是 {{caseId}}。',
  },
  'agent.later': {
    text: '我已把情况转给工作人员，编号 {{caseId}}。现在不是服务时间，{{when}}起可以联系：{{agent}}，报编号即可。',
    speech: '现在不是服务时间，{{when}}起请再打来，编号 {{caseId}}。',
  },
  'agent.byPhone': '请拨打 {{phone}}',
  'agent.byCard': '请拨打卡片背面的客服电话',
  freezeOrReport: {
    text: '如果卡片丢失、被盗，或者有您没做过的交易，请马上联系我们的工作人员冻结卡片：{{agent}}。我这里没有办法冻结。',
    speech: '请让工作人员马上冻结。我没有解冻任何卡。',
  },
  'handoff.noted': {
    text: '情况已记录，编号 {{caseId}}，联系时报编号即可。请不要等我们来电。',
    speech: '您的编号是 {{caseId}}。',
  },
  'disowning.wasItYou': {
    text: '您的卡片最近被解冻了。是您本人操作的吗？如果不是，请回答“不是我”，我马上重新冻结。',
    speech: '您的卡最近解冻过。是您本人吗？不是的话，我马上重新冻结。',
  },
  'disowning.wasYou': {
    text: '好的，谢谢您确认，卡片保持现在的状态。以后如有不对，随时可以说“不是我”。',
    speech: '谢谢，卡片不变。以后如有不对，请说：不是我。',
  },
  'disowned.frozenAgain': {
    text: '谢谢您告诉我们。尾号 {{lastFour}} 的卡片已重新冻结，只有我们的工作人员能够解冻。',
    speech: '谢谢。尾号 {{lastFour}} 的卡已重新冻结，只有工作人员能解冻。',
  },
  'disowned.freezing': {
    text: '谢谢您告诉我们。尾号 {{lastFour}} 的卡片正在重新冻结，但还没有完成。为了安全，请您马上联系我们：{{agent}}。',
    speech: '谢谢。尾号 {{lastFour}} 的卡正在重新冻结，还没有完成。',
  },
  'disowned.kept': {
    text: '谢谢您告诉我们。系统暂时没有回应，我会一直尝试，直到您最近解冻的卡片重新冻结。为了安全，请您马上联系我们：{{agent}}。',
    speech: '谢谢。系统暂时没有回应，我会一直试到卡重新冻结。',
  },
  'disowned.already': '尾号 {{lastFour}} 的卡片，您已经告诉过我们，由我们的工作人员处理。',
} satisfies Wordings;
