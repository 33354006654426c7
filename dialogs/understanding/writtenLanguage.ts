import type { Language } from '../../services/contract/language.ts';

const simplified =
  /[们这个为么说请码证号冻锁卡错帮问题钱转业务对没设备开关进连时间网银经给让从头结丢盗诈骗输验证换张东车]/gu;
const traditional =
  /[們這個為麼說請碼證號凍鎖錯幫問題錢轉業務對沒設備開關進連時間網銀經給讓從頭結丟盜詐騙輸驗換張嘅咗唔喺啲]/gu;
const shared = /[卡没题]/u;

/** A language that a text is surely written in; `certain` where a few words leave no doubt, else only likely. */
export type Written = { language: Language; certain: boolean };

/** Reads the script, not the meaning. Nothing where it could be several: `OK` belongs to all three. */
export function writtenLanguage(text: string): Written | undefined {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z']{2,}/gi) ?? [];
  if (han > 0) {
    if (words.length > han) return undefined;
    const count = (script: RegExp) => (text.match(script) ?? []).filter((one) => !shared.test(one)).length;
    const [inSimplified, inTraditional] = [count(simplified), count(traditional)];
    if (inSimplified === inTraditional) return undefined;
    const language = inSimplified > inTraditional ? 'zh-Hans' : 'zh-Hant';
    return { language, certain: han >= 4 };
  }
  return words.length >= 2 && !foreign.test(text)
    ? { language: 'en', certain: words.length >= 3 }
    : undefined;
}

/** Letters of neither Chinese nor English: Cyrillic, Arabic, kana, or Latin with marks. */
const foreign = /(?![A-Za-z\p{Script=Han}ーｰ])\p{L}/u;

/** Whether a text that was not understood is in a language that is not spoken here. */
export function isForeign(text: string): boolean {
  return foreign.test(text.normalize('NFKC'));
}
