import type { Catalogue } from './message.ts';

/** The quick replies. Each must be understood as what it says; a test types every one of them. */
export const choices = {
  'choice.cardStatus': {
    'zh-Hans': { text: '查询卡片状态' },
    'zh-Hant': { text: '查詢卡片狀態' },
    en: { text: 'Check a card' },
  },
  'choice.unfreeze': {
    'zh-Hans': { text: '解冻卡片' },
    'zh-Hant': { text: '解凍卡片' },
    en: { text: 'Unfreeze a card' },
  },
  'choice.howToUnfreeze': {
    'zh-Hans': { text: '怎样解冻' },
    'zh-Hant': { text: '如何解凍' },
    en: { text: 'How to unfreeze' },
  },
  'choice.agent': {
    'zh-Hans': { text: '人工客服' },
    'zh-Hant': { text: '專人客服' },
    en: { text: 'Talk to a person' },
  },
  'choice.cardFound': {
    'zh-Hans': { text: '卡找到了' },
    'zh-Hant': { text: '卡片找到了' },
    en: { text: 'I have found my card' },
  },
  'choice.itWasMe': {
    'zh-Hans': { text: '是我本人' },
    'zh-Hant': { text: '是我本人' },
    en: { text: 'It was me', speech: 'If it was you' },
  },
  'choice.notMe': {
    'zh-Hans': { text: '不是我' },
    'zh-Hant': { text: '不是我' },
    en: { text: 'Not me', speech: 'If it was not you' },
  },
  'choice.yes': {
    'zh-Hans': { text: '是，解冻' },
    'zh-Hant': { text: '是，解凍' },
    en: { text: 'Yes, unfreeze it' },
  },
  'choice.no': {
    'zh-Hans': { text: '不，先不解冻' },
    'zh-Hant': { text: '不，先不解凍' },
    en: { text: 'No, not now' },
  },
  'choice.goOn': {
    'zh-Hans': { text: '不，继续' },
    'zh-Hant': { text: '不，繼續' },
    en: { text: 'No, go on' },
  },
  'choice.stop': {
    'zh-Hans': { text: '是，停止' },
    'zh-Hant': { text: '是，停止' },
    en: { text: 'Yes, stop' },
  },
  'choice.card': {
    'zh-Hans': { text: '尾号 {{lastFour}}' },
    'zh-Hant': { text: '末四碼 {{lastFour}}' },
    en: { text: 'Ending {{lastFour}}' },
  },
  'choice.whyAsked': {
    'zh-Hans': { text: '为什么要问这个？' },
    'zh-Hant': { text: '為什麼要問這個？' },
    en: { text: 'Why do you ask?' },
  },
  'choice.cancel': {
    'zh-Hans': { text: '取消' },
    'zh-Hant': { text: '取消' },
    en: { text: 'Cancel' },
  },
  'choice.language.zhHans': {
    'zh-Hans': { text: '简体中文' },
    'zh-Hant': { text: '简体中文' },
    en: { text: '简体中文' },
  },
  'choice.language.zhHant': {
    'zh-Hans': { text: '繁體中文' },
    'zh-Hant': { text: '繁體中文' },
    en: { text: '繁體中文' },
  },
  'choice.language.en': {
    'zh-Hans': { text: 'English' },
    'zh-Hant': { text: 'English' },
    en: { text: 'English' },
  },
} satisfies Catalogue;
