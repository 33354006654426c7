import type { Wording } from '../../../kit/wording.ts';
import type { person as source } from '../../zh-Hans/conversation/person.ts';

export const person: Record<keyof typeof source, Wording> = {
  'person.queued': {
    text: '正在為您轉接服務人員，編號 {{caseId}}，您排在第 {{place}} 位。請留在這裡，服務人員會直接在這裡回覆您，不用再從頭說明。',
    speech: '您排在第 {{place}} 位，編號 {{caseId}}。',
  },
  'person.hours': '專人服務時間：{{hours}}。',
  'person.hold': '謝謝您耐心等候，服務人員馬上就來，請不要掛斷。',
  'person.noted': '好的，服務人員會看到您說的話。想回到自動服務，請說「回到機器人」。',
  'person.here': {
    text: '服務人員來了，現在由真人回覆您。請不要在這裡傳送密碼或證件號碼，需要時會請您填寫安全表單。',
    speech: '服務人員可以接聽了。請不要說出密碼或證件號碼，需要時請用按鍵。',
  },
  'person.goesOn': '好的，謝謝您。接下來由剛才的服務人員繼續為您服務。',
  'person.has': {
    text: '服務人員正在處理您的情況（編號 {{caseId}}），會在這裡回覆您。',
    speech: '服務人員正在處理您的情況，編號 {{caseId}}。',
  },
  'person.left': {
    text: '抱歉，剛才的服務人員離開了。您的情況已重新排隊，現在是第 {{place}} 位，會有同事接著在這裡回覆您。',
    speech: '抱歉，沒能接通服務人員。您的情況已重新排隊，現在是第 {{place}} 位，請不要掛斷。',
  },
  'person.stillWaiting': {
    text: '服務人員還在忙，您現在排在第 {{place}} 位。您可以繼續等，也可以說「回電」請我們打電話給您。',
    speech: '服務人員還在忙，您排在第 {{place}} 位。',
  },
  'person.nobody': {
    text: '現在沒有服務人員在線上，抱歉讓您久等。編號 {{caseId}} 已為您保留：{{agent}}；也可以說「回電」請我們打給您，或者由我繼續協助您。',
    speech: '抱歉，現在沒有服務人員在線上。編號 {{caseId}} 為您保留。',
  },
  'person.back': {
    text: '好的，現在又由我來回答您。編號 {{caseId}} 仍然保留，需要時再說「專人客服」就可以。',
    speech: '現在由我來回答您。編號 {{caseId}} 仍然保留。',
  },
  'person.closed': {
    text: '服務人員已結束這次服務（編號 {{caseId}}）。現在由我繼續為您服務，還需要什麼嗎？',
    speech: '服務人員已結束編號 {{caseId}}。還要辦什麼？',
  },
  'person.authenticate': {
    text: '服務人員請您核實身分，以便解凍末四碼 {{lastFour}} 的卡片。您填寫的內容服務人員看不到。',
    speech: '服務人員請您核實身分，以便解凍末四碼 {{lastFour}} 的卡，之後再為您轉回。',
  },
  'person.strayedSecret': {
    text: '您剛才傳送的內容像是證件號碼或密碼，已經遮住，服務人員看不到。請不要在這裡傳送，需要核實時會請您填寫安全表單。',
    speech: '這像是密碼或證件號碼，已經遮住。請不要在這裡說。',
  },
};
