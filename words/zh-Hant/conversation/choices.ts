import type { Wording } from '../../../kit/wording.ts';
import type { choices as source } from '../../zh-Hans/conversation/choices.ts';

export const choices: Record<keyof typeof source, Wording> = {
  'choice.cardStatus': { text: '查詢卡片狀態', speech: '查詢卡片' },
  'choice.unfreeze': '解凍卡片',
  'choice.howToUnfreeze': { text: '如何解凍', speech: '' },
  'choice.backToBot': { text: '回到機器人', speech: '回到自動服務' },
  'choice.callBack': { text: '請回電給我', speech: '請我們回電' },
  'choice.agent': { text: '專人客服', speech: '' },
  'choice.cardFound': { text: '卡片找到了', speech: '卡片找到了' },
  'choice.itWasMe': '是我本人',
  'choice.notMe': '不是我',
  'choice.yes': { text: '是，解凍', speech: '現在解凍' },
  'choice.no': { text: '不，先不解凍', speech: '先不解凍' },
  'choice.goOn': { text: '不，繼續', speech: '繼續辦理' },
  'choice.stop': { text: '是，停止', speech: '停止辦理' },
  'choice.card': '末四碼 {{lastFour}}',
  'choice.whyAsked': '為什麼要問這個？',
  'choice.cancel': { text: '取消', speech: '取消' },
  'choice.language.zhHans': { text: '简体中文', speech: '普通話' },
  'choice.language.zhHant': { text: '繁體中文', speech: '國語' },
  'choice.language.en': { text: 'English', speech: '英語' },
  'choice.report': { text: '是的，我要通報', speech: '是的' },
};
