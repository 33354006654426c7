import type { Language } from '../kit/language.ts';
import type { WordingRegion } from '../kit/wordingRegion.ts';

/**
 * What Hong Kong says otherwise than Taiwan, the longer words first. Both read traditional characters; the sentences are
 * written once, as Taiwan says it.
 */
const hongKongWords: readonly (readonly [taiwan: string, hongKong: string])[] = [
  ['以井字鍵結束', '按井號鍵結束'],
  ['井字鍵', '井號鍵'],
  ['米字鍵', '星號鍵'],
  ['卡號末四碼', '卡號尾四位'],
  ['末四碼', '尾四位'],
  ['後四碼', '尾四位'],
  ['少了一碼或錯了一碼', '少了或錯了一個數字'],
  ['少了或錯了一碼', '少了或錯了一個數字'],
  ['位數交易密碼', '位數字交易密碼'],
  ['傳一則簡訊到', '發一個短訊到'],
  ['傳簡訊', '發短訊'],
  ['簡訊', '短訊'],
  ['還沒解決', '仍未解決'],
  ['很抱歉，還沒能幫上忙', '很抱歉，仍未能幫到您'],
  ['很高興能幫上忙', '很高興能幫到您'],
  ['專人客服', '真人客服'],
  ['專人服務', '真人服務'],
  ['專人', '真人'],
  ['服務人員', '職員'],
  ['我們的人員', '我們的職員'],
  ['人員核實', '職員核實'],
  ['身分', '身份'],
  ['行動銀行', '手機銀行'],
  ['線上解凍', '網上解凍'],
  ['線上', '網上'],
  ['網路', '網絡'],
  ['資訊', '資料'],
  ['帳戶', '戶口'],
  ['帳單', '月結單'],
  ['轉帳', '轉賬'],
  ['商店', '商戶'],
  ['留存', '登記'],
  ['通報', '報告'],
  ['被竊', '被盜'],
  ['掛斷', '收線'],
  ['檢核', '核對'],
  ['辨識', '識別'],
  ['臺灣', '台灣'],
  ['港澳臺', '港澳台'],
  ['紀錄', '記錄'],
  ['抹除', '刪除'],
  ['機器人', '自動服務'],
  ['唸出來', '讀出來'],
  ['開啟連結', '打開連結'],
  ['開啟', '打開'],
];

/** The sentence as it is said there. */
export function saidAt(place: WordingRegion | undefined, language: Language, sentence: string): string {
  return place === 'hongKong' && language === 'zh-Hant' ? inHongKong(sentence) : sentence;
}

/** The same for every sentence in an answer, however deep it stands. */
export function allSaidAt<Said>(place: WordingRegion | undefined, language: Language, said: Said): Said {
  if (place === undefined || language !== 'zh-Hant') return said;
  return deeply(said) as Said;
}

function inHongKong(sentence: string): string {
  return hongKongWords.reduce((said, [taiwan, hongKong]) => said.replaceAll(taiwan, hongKong), sentence);
}

function deeply(said: unknown): unknown {
  if (typeof said === 'string') return inHongKong(said);
  if (Array.isArray(said)) return said.map(deeply);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, one]) => [name, deeply(one)]));
}
