import type { Wordings } from '../../../kit/wording.ts';

/** Which of two wishes is meant, and the ways out of a step that are no no to it. */
export const ways = {
  'which.ask': { text: '我想确认一下您的意思，您要办的是哪一项？', speech: '请确认一下，您要办哪一项？' },
  'which.freezeOrUnfreeze': {
    text: '我想确认一下：您是要冻结卡片，还是要解除冻结？',
    speech: '请确认一下：是要冻结，还是要解除冻结？',
  },
  'choice.freeze': { text: '冻结或挂失卡片', speech: '冻结或挂失' },
  repeated: { text: '好的，正在为您办理，只差下面这一项。', speech: '好的，正在为您办理。' },
  'wayOut.later': {
    text: '好的，改天再办。卡片保持现在的状态，方便时随时再来。',
    speech: '好的，改天再办，卡片不变。',
  },
  'wayOut.notHere': {
    text: '没关系，等东西在手边时再来，在那之前不会有任何变动。如果着急，{{agent}}。',
    speech: '没关系，等东西在手边时再来，不会有任何变动。',
  },
  'wayOut.notHere.card': {
    text: '卡片不在手边也可以：卡号在手机银行和对账单上也能查到；用在银行登记的手机时，只要后四位。否则{{agent}}，或者改天再来。',
    speech: '卡号在手机银行里也有。用登记的手机来电，后四位就可以。',
  },
  'wayOut.notHere.item': {
    text: '输入的内容要和银行预留的一致，请不要猜。等证件在手边时再来，卡片保持现在的状态。如果着急，{{agent}}。',
    speech: '请不要猜，等在手边时再来。',
  },
  'wayOut.otherWay': {
    text: '有的：可以在这里一步步办理，可以发短信到您登记的手机上办（说“发短信给我”），也可以找工作人员：{{agent}}。网点也能办。',
    speech: '有的：在这里办，发短信到登记的手机上办，找工作人员，或者去网点。',
  },
  'wayOut.otherWay.card': {
    text: '如果您正在使用在银行登记的手机，只要卡号后四位。两样都没有时，工作人员可以帮您查到卡片：{{agent}}。',
    speech: '用登记的手机，只要后四位；否则工作人员可以帮您查到卡片。',
  },
  'wayOut.otherWay.item': {
    text: '有的：说“发短信给我”，就改在您登记的手机上输入；也可以找工作人员：{{agent}}。网点也能办。',
    speech: '有的：可以发短信到登记的手机上办，找工作人员请按 0 再按井号键。',
  },
  'behalf.stands': {
    text: '刚才说的卡不是您本人的，只有持卡人本人能解冻，不能由别人代为输入。如果您说的是自己的卡，请说“是我自己的卡”；否则{{agent}}。',
    speech: '刚才说的卡不是您本人的，只有持卡人本人能解冻。',
  },
  'choice.ownCard': { text: '是我自己的卡', speech: '是自己的卡' },
  'agent.callsBack': {
    text: '已在编号 {{caseId}} 中注明您希望回电。工作人员会在服务时间内打您登记的号码，从不询问密码。您也可以主动联系：{{agent}}。',
    speech: '已注明，会打您登记的号码。编号 {{caseId}}。',
  },
  'others.several': {
    text: '您还有别的卡片也被冻结：尾号 {{cards}}。要接着办理其中一张吗？要的话，请告诉我后四位。',
    speech: '您还有别的卡冻结了，要接着办吗？',
  },
  'others.one': {
    text: '您尾号 {{cards}} 的卡片也被冻结了，要接着办理吗？',
    speech: '您尾号 {{cards}} 的卡也冻结了，要接着办吗？',
  },
  'others.again': {
    text: '请告诉我后四位：{{cards}}，或者说“不用”。',
    speech: '请告诉我后四位，或者说不用。',
  },
  'others.none': '您没有别的卡片被冻结。',
  'others.afterProof': {
    text: '为保护您，要在这里核验通过之后，我才能说出您有哪些卡片被冻结。在那之前，请告诉我是哪一张卡。',
    speech: '核实之后，我才能说出您有哪些卡冻结。',
  },
} satisfies Wordings;
