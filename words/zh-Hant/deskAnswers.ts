import type { deskAnswers as source } from '../zh-Hans/deskAnswers.ts';

export const deskAnswers: typeof source = {
  hello: '您好，我來協助您。我已經看到您剛才說的內容，不用重複。',
  oneMoment: '請稍候，我查一下。',
  noSecrets: '請不要在這裡傳送密碼或證件號碼。需要核實時，我會請您填寫安全表單。',
  branch: '這件事需要本人帶有效證件到任一分行辦理。',
  callCard: '請撥打卡片背面的客服電話，報編號即可，同事會接著協助您。',
  anythingElse: '還有什麼可以協助您？',
  goodbye: '感謝您的耐心，祝您生活愉快。',
};
