/** What people of the bank send with one choice, in the language of the customer; a brand may word each otherwise. */
export const deskAnswers = {
  hello: '您好，我来帮您。我已经看到您刚才说的内容，不用重复。',
  oneMoment: '请稍等，我查一下。',
  noSecrets: '请不要在这里发密码或证件号码。需要核实时，我会请您填写安全表单。',
  branch: '这件事需要本人带有效证件到任一网点办理。',
  callCard: '请拨打卡片背面的客服电话，报编号即可，同事会接着帮您。',
  anythingElse: '还有什么可以帮您？',
  goodbye: '感谢您的耐心，祝您生活愉快。',
};
