import type { Wordings } from '../../../kit/wording.ts';

/** What is said while a report of a loss stands, and when it ends. Of what the bank does with the card nothing is promised. */
export const report = {
  'report.cardNamed': {
    text: '谢谢。尾号 {{lastFour}} 的卡片已记入编号 {{caseId}}，我们的工作人员可以看到。在您告诉我卡片找到之前，我不会为它解冻。',
    speech: '尾号 {{lastFour}} 的卡已记入编号 {{caseId}}。',
  },
  'report.cardFrozen': {
    text: '尾号 {{lastFour}} 的卡片已冻结，并记入编号 {{caseId}}，我们的工作人员可以看到。在您告诉我卡片找到之前，我不会为它解冻。',
    speech: '尾号 {{lastFour}} 的卡已冻结，编号 {{caseId}}。',
  },
  'report.cardNumberProblem': {
    text: '这个卡号不对，可能少了一位或错了一位，还没有记入编号 {{caseId}}。请再告诉我一次卡号。',
    speech: '这个卡号不对，可能少了或错了一位。请再说一次。',
  },
  'report.stands': {
    text: '您报告过卡片丢失、被盗或需要冻结（编号 {{caseId}}），所以我现在不为您解冻任何卡片。您可以告诉我卡号，我会记入这个编号。如果卡片已经找到，请说“卡找到了”。',
    speech: '您报告过卡片，我现在不能解冻。',
  },
  'report.cardFound': {
    text: '太好了。编号 {{caseId}} 中已注明卡片找到了，我可以照常为您办理。请问您要办什么？',
    speech: '太好了，已注明卡片找到了。',
  },
  'report.cardFoundAndNamed': {
    text: '太好了。编号 {{caseId}} 中已注明卡片找到了。我现在查询尾号 {{lastFour}} 的卡片。',
    speech: '太好了。我现在查询尾号 {{lastFour}} 的卡片。',
  },
  'report.isItOne': {
    text: '请确认一下：您是要报告卡片丢失、被盗、被盗用，或者要冻结卡片吗？是的话，我马上停下来转给工作人员；不是的话，我们接着办理。',
    speech: '您是要报告卡片丢失或被盗用吗？',
  },
  'report.isItOneHelp': {
    text: '报告之后，我不会再解冻任何卡片，直到您说卡片找到了。所以我先问清楚。',
    speech: '报告之后，找到卡之前我不会解冻。',
  },
  'freezing.which': {
    text: '我可以马上冻结：请告诉我这张卡的后四位。如果不清楚后四位，{{agent}}。',
    speech: '可以立刻冻结。请输入卡号后四位，再按井号键。',
  },
  'freezing.again': {
    text: '请告诉我这张卡的后四位，我马上冻结。如果不清楚，请说“没有”。',
    speech: '请输入卡号的后四位，再按井号键。',
  },
  'freezing.help': {
    text: '您用在银行登记的手机联系我们时，只要卡号后四位就可以冻结卡片，账单和手机银行里都能查到。以后解冻需要核对更多信息。',
    speech: '用您登记的手机，只要卡号后四位就可以冻结。',
  },
  'freezing.offerAgent': {
    text: '工作人员也可以为您冻结：{{agent}}。',
    speech: '工作人员也可以为您冻结，请按 0 再按井号键。',
  },
  'freezing.frozen': {
    text: '尾号 {{lastFour}} 的卡片已冻结，现在谁都不能用它付款。',
    speech: '尾号 {{lastFour}} 的卡片已冻结。',
  },
  'freezing.freezing': {
    text: '尾号 {{lastFour}} 的卡片正在冻结，但还没有完成，我会一直尝试。为了安全，{{agent}}。',
    speech: '尾号 {{lastFour}} 的卡片正在冻结，还没有完成，我会一直尝试。',
  },
  'freezing.noted': {
    text: '工作人员已收到，编号 {{caseId}}。如果卡片丢失、被盗，或有不是您做的交易，{{agent}}，报编号即可。找回卡片后，请说“卡找到了”。',
    speech: '您的编号是 {{caseId}}。',
  },
  'freezing.notHere': {
    text: '我这里没有办法冻结它，请不要等：{{agent}}。',
    speech: '我这里没有办法冻结它，请让工作人员马上办理。',
  },
} satisfies Wordings;
