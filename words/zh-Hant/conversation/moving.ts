import type { Wording } from '../../../kit/wording.ts';
import type { moving as source } from '../../zh-Hans/conversation/moving.ts';

export const moving: Record<keyof typeof source, Wording> = {
  'moving.code': {
    text: '您的續辦碼是 {{code}}，10 分鐘內可以使用一次。在網頁、簡訊或電話裡把它告訴我，就能接著辦理；打電話時，在我問卡號的地方按鍵輸入。請不要告訴別人，我們的人員也不會向您索取。',
    speech: '續辦碼是 {{code}}。再說一遍：{{code}}。10 分鐘內可用一次。',
  },
  'moving.codeNotKept': {
    text: '續辦碼我不會留在對話裡。需要再看一次，請說「給我續辦碼」。',
    speech: '要再聽，請再要一次續辦碼。',
  },
  'moving.noMoreCodes': {
    text: '抱歉，現在不能再給續辦碼。請在這裡接著辦理，或{{agent}}。',
    speech: '抱歉，現在不能再給續辦碼。請在這裡辦理，或按 0。',
  },
  'moving.giveCode': {
    text: '好的，請把 13 位數的續辦碼傳給我。',
    speech: '好的。請選查詢卡片，再輸入 13 位續辦碼，按井字鍵結束。',
  },
  'moving.goesOn': {
    text: '好的，我們接著辦理。之前輸入過的資訊不會帶過來，需要重新輸入。',
    speech: '好的，接著辦理。之前輸入過的需要重新輸入。',
  },
  'moving.goesOnByCode': {
    text: '{{ago}}前，有人透過{{channel}}開始為末四碼 {{lastFour}} 的卡片辦理解凍。如果不是您本人開始的，或續辦碼是別人給您的，請馬上停下，回答「不是我」。如果是您本人，我們接著辦理，之前輸入過的資訊需要重新輸入。',
    speech: '{{ago}}前有人通過{{channel}}辦理末四碼 {{lastFour}} 的解凍。碼是別人給的，請說：不是我。',
  },
  'moving.codeRefused': {
    text: '這個續辦碼現在不能使用。續辦碼只能使用一次，10 分鐘內有效；可以在開始辦理的地方再要一個。簡訊裡的代碼只能在本行自己的頁面輸入。如果這是卡號，請再核對一下。',
    speech: '這個續辦碼不能用，它只能用一次，10 分鐘有效。如果是卡號，請核對。',
  },
  'moving.otherCard': '這和之前辦理的卡片不一致。您可以從頭開始查詢。',
  'moving.tooMany': {
    text: '為了安全，現在不能再試了，請十分鐘後再來。也可以從頭開始查詢卡片，或{{agent}}。',
    speech: '為了安全，現在不能再試。請十分鐘後再來，或按 0。',
  },
  'moving.movedAway': {
    text: '這件事已經用續辦碼或登記的手機轉到別處接著辦理，這裡不再需要任何資訊。如果不是您本人轉的，請馬上回答「不是我」，可能有人想動您的卡片。',
    speech: '已經轉到別處接著辦理。不是您本人的話，請說：不是我。',
  },
  'moving.offer': {
    text: '您剛才在別處開始辦理，還沒有辦完。要接著辦理嗎？',
    speech: '您在別處開始辦理，還沒辦完。要接著辦嗎？',
  },
  'moving.offerHelp': {
    text: '回答「接著辦理」，我會先問是哪張卡；回答「從頭開始」，就當作新的一次。',
    speech: '要接著辦，我會先問是哪張卡。',
  },
  'choice.elsewhere': { text: '換個管道繼續', speech: '' },
  'choice.goOnHere': '接著辦理',
  'choice.beginAnew': '從頭開始',
};
