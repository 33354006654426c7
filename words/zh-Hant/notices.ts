import type { notices as source } from '../zh-Hans/notices.ts';

export const notices: typeof source = {
  call: {
    byPhone: '致電 {{phone}}',
    byCard: '撥打卡片背面的客服電話',
  },
  signed: '【{{short}}】{{text}}',
  signedInBrackets: '【{{short}}】{{text}}',
  unanswered: '{{text}}本訊息無法回覆。',
  unfreezeReceipt:
    '您末四碼 {{lastFour}} 的銀行卡已於 {{at}} 透過{{channel}}解凍。如非本人操作，請立即回覆「不是我」，或{{call}}。',
  unfreezeReceiptByCode:
    '您末四碼 {{lastFour}} 的銀行卡已於 {{at}} 透過{{channel}}解凍。如非本人操作，請立即在您熟悉的本行網站或 App 的「卡片服務」輸入代碼 {{code}}，或{{call}}。',
  attemptsFailed:
    '有人透過{{channel}}為您末四碼 {{lastFour}} 的銀行卡提供了不正確的資料（{{at}}）。卡片仍為凍結狀態。如是您本人，無須處理；如非本人，請{{call}}。',
  attemptsLocked:
    '因{{channel}}上多次資料不符，您末四碼 {{lastFour}} 的銀行卡已暫停辦理解凍（{{at}}）。卡片仍為凍結狀態。如是您本人，可稍後再試；如非本人，請{{call}}。',
  cardFrozen:
    '已依您透過{{channel}}提出的要求，於 {{at}} 凍結您末四碼 {{lastFour}} 的銀行卡。需要再用時可隨時辦理解凍。如非本人要求，請{{call}}。',
  freezeNoticed: '您末四碼 {{lastFour}} 的銀行卡已於 {{at}} 被凍結。需要解凍，請回覆「解凍」，或{{call}}。',
  freezeNoticedNoReply:
    '您末四碼 {{lastFour}} 的銀行卡已於 {{at}} 被凍結。需要解凍，請開啟您熟悉的本行網站或 App 的「卡片服務」，或{{call}}。',
  freezeNoticedForStaff: '您末四碼 {{lastFour}} 的銀行卡已於 {{at}} 被凍結，無法線上解凍，請{{call}}。',
  secureLink:
    '有人透過{{channel}}申請解凍您末四碼 {{lastFour}} 的銀行卡。如是您本人，請在 10 分鐘內開啟 {{address}} 辦理，請勿轉傳。如非本人，請開啟後點選「不是我」。',
  secureCode:
    '有人透過{{channel}}申請解凍您末四碼 {{lastFour}} 的銀行卡。如是您本人，請自行開啟您熟悉的本行網站或 App，選擇「卡片服務」，在 10 分鐘內輸入代碼 {{code}}，請勿告訴任何人。如非本人，請{{call}}。',
};
