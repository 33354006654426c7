import type { Wording } from '../../../kit/wording.ts';
import type { moving as source } from '../../zh-Hans/conversation/moving.ts';

export const moving: Record<keyof typeof source, Wording> = {
  'moving.code': {
    text: '您的續辦碼是 {{code}}，10 分鐘內可以使用一次。在網頁、簡訊或電話裡把它告訴我，就能接著辦理；打電話時，在我問卡號的地方按鍵輸入。請不要告訴別人，我們的人員也不會向您索取。',
    speech:
      '請記下續辦碼：{{code}}。再說一遍：{{code}}。10 分鐘內可以使用一次，在網頁或簡訊裡傳給我，就能接著辦理。請不要告訴別人。',
  },
  'moving.codeNotKept': {
    text: '續辦碼我不會留在對話裡。需要再看一次，請說「給我續辦碼」。',
    speech: '要再聽一次續辦碼，請再選一次換個管道繼續。',
  },
  'moving.noMoreCodes': '抱歉，現在不能再給續辦碼。請在這裡接著辦理，或{{agent}}。',
  'moving.giveCode': {
    text: '好的，請把 13 位數的續辦碼傳給我。',
    speech: '好的。請選擇查詢卡片，在我問卡號的地方按鍵輸入 13 位數的續辦碼，以井字鍵結束。',
  },
  'moving.goesOn': '好的，我們接著辦理。之前輸入過的資訊不會帶過來，需要重新輸入。',
  'moving.goesOnByCode': {
    text: '{{ago}}前，有人透過{{channel}}開始為末四碼 {{lastFour}} 的卡片辦理解凍。如果不是您本人開始的，或續辦碼是別人給您的，請馬上停下，回答「不是我」。如果是您本人，我們接著辦理，之前輸入過的資訊需要重新輸入。',
    speech:
      '{{ago}}前，有人透過{{channel}}開始辦理末四碼 {{lastFour}} 的解凍。如果續辦碼是別人給的，請停下，說：不是我。',
  },
  'moving.codeRefused':
    '這個續辦碼現在不能使用。續辦碼只能使用一次，10 分鐘內有效；可以在開始辦理的地方再要一個。簡訊裡的代碼只能在本行自己的頁面輸入。如果這是卡號，請再核對一下。',
  'moving.otherCard': '這和之前辦理的卡片不一致。您可以從頭開始查詢。',
  'moving.tooMany': '為了安全，現在不能再試了，請十分鐘後再來。也可以從頭開始查詢卡片，或{{agent}}。',
  'moving.movedAway': {
    text: '這件事已經用續辦碼或登記的手機轉到別處接著辦理，這裡不再需要任何資訊。如果不是您本人轉的，請馬上回答「不是我」，可能有人想動您的卡片。',
    speech: '這件事已經轉到別處接著辦理。如果不是您本人轉的，請說：不是我。',
  },
  'moving.offer': '您剛才在別處開始辦理，還沒有辦完。要接著辦理嗎？',
  'moving.offerHelp': '回答「接著辦理」，我會先問是哪張卡；回答「從頭開始」，就當作新的一次。',
  'choice.elsewhere': '換個管道繼續',
  'choice.goOnHere': '接著辦理',
  'choice.beginAnew': '從頭開始',
};
