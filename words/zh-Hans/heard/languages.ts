import type { Language } from '../../../kit/language.ts';

export type NamedLanguage = Language | 'chinese';

/** How the languages are called in it. `chinese` may be either. */
export const named: Readonly<Record<NamedLanguage, RegExp>> = {
  en: /英文|英语|yingwen/,
  'zh-Hant': /繁|国语|粤|广东话|台语/,
  'zh-Hans': /简|普通/,
  chinese: /中文|zhong ?wen/,
};

/** Its words in Latin letters, without tones. */
export const latin =
  /^(wo|ni|nin|ta|de|ka|bei|le|ma|bu|shi|hao|yao|xiang|qing|bang|zenme|ruhe|weishenme|weishenmo|jiedong|jiesuo|dongjie|guashi|gua|diu|rengong|kefu|zhuan|xie|xiexie|keyi|nihao|buyao|buyong|quxiao|fanhui|zhongwen|yingwen|bangzhu|haode|dui|xing|meiyou|shenme|yong|liao|suo|zai|shuo|yi|bian)$/;

/** What tells it from another language in the same characters. */
export const hint = /(?!)/gu;

/** Forms of its script that are everyday characters of the other one too, and so tell nothing. */
export const ofBothScripts: string =
  '后里台干云斗几丑复伙余准采吃愿咨叹游冲占并群峰床秘哗痴恶历尽须系面只松谷舍卷回才了向布志杆晒吓岩';
