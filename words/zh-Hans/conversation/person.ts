import type { Wordings } from '../../../kit/wording.ts';

/** While a person of the bank is waited for, or writes in the conversation. */
export const person = {
  'person.queued': {
    text: '正在为您转接工作人员，编号 {{caseId}}，您排在第 {{place}} 位。请留在这里，工作人员会直接在这里回复您，不用再从头说明。',
    speech: '您排在第 {{place}} 位，编号 {{caseId}}。',
  },
  'person.hours': '人工服务时间：{{hours}}。',
  'person.hold': '谢谢您耐心等候，工作人员马上就来，请不要挂机。',
  'person.noted': '好的，工作人员会看到您说的话。想回到自动服务，请说“回到机器人”。',
  'person.here': {
    text: '工作人员来了，现在由真人回复您。请不要在这里发密码或证件号码，需要时会用安全表单请您填写。',
    speech: '工作人员可以接听了。请不要说出密码或证件号码，需要时请用按键。',
  },
  'person.goesOn': '好的，谢谢。接下来由刚才的工作人员继续为您服务。',
  'person.has': {
    text: '工作人员正在处理您的情况（编号 {{caseId}}），会在这里回复您。',
    speech: '工作人员正在处理您的情况，编号 {{caseId}}。',
  },
  'person.left': {
    text: '抱歉，刚才的工作人员离开了。您的情况已重新排队，现在是第 {{place}} 位，会有同事接着在这里回复您。',
    speech: '抱歉，没能接通工作人员。您的情况已重新排队，现在是第 {{place}} 位，请不要挂机。',
  },
  'person.stillWaiting': {
    text: '工作人员还在忙，您现在排在第 {{place}} 位。您可以继续等，也可以说“回电”请我们给您打电话。',
    speech: '工作人员还在忙，您排在第 {{place}} 位。',
  },
  'person.nobody': {
    text: '现在没有工作人员在线，抱歉让您久等。编号 {{caseId}} 已为您保留：{{agent}}；也可以说“回电”请我们打给您，或者由我继续帮您。',
    speech: '抱歉，现在没有工作人员在线。编号 {{caseId}} 为您保留。',
  },
  'person.back': {
    text: '好的，现在又由我来回答您。编号 {{caseId}} 还保留着，需要时再说“人工客服”就可以。',
    speech: '现在由我来回答您。编号 {{caseId}} 仍然保留。',
  },
  'person.closed': {
    text: '工作人员已结束本次服务（编号 {{caseId}}）。现在由我继续为您服务，还需要什么吗？',
    speech: '工作人员已结束编号 {{caseId}}。还要办什么？',
  },
  'person.authenticate': {
    text: '工作人员请您核实身份，以便解冻尾号 {{lastFour}} 的卡片。您填写的内容工作人员看不到。',
    speech: '工作人员请您核实身份，以便解冻尾号 {{lastFour}} 的卡，之后再为您转回。',
  },
  'person.strayedSecret': {
    text: '您刚才发的内容像是证件号码或密码，已经遮住，工作人员看不到。请不要在这里发送，需要核实时会请您填安全表单。',
    speech: '这像是密码或证件号码，已经遮住。请不要在这里说。',
  },
} satisfies Wordings;
