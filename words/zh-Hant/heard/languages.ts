export { named } from '../../zh-Hans/heard/languages.ts';

/** Nobody writes it in Latin letters. */
export const latin = /(?!)/;

/**
 * Words that only this language has, in characters that both scripts have: those that the corpus's traditional sentences
 * without a traditional character have at least five times as often as its simplified ones.
 */
export const hint =
  /[唔咗嘅喺冇佢啲嗰咁俾畀攞咩乜哋㗎喇啱揾冚瞓嚟嘥攪]|返去|返上|翻去|[解改用退打要]返(?!回)|晒[佢你啦]|多晒|^吓[?？]?$|^得[啦呀]?$|即刻|今次|是但|岩啦|停啦|[喔掰唷蛤]|[好得]耶|早安|午安|早晨|安安|卡片|卡掉了|薪水|定存|冒用|介面|金融卡|提款卡|皮夾|台語/gu;

/** Forms of its script that the other one has too. */
export const ofBothScripts: string = '著';
