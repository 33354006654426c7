import { channelNames as usual } from '../../../words/channelNames.ts';

/** Takes the place of `words/channelNames.ts`. */
export const channelNames = {
  'zh-Hans': { ...usual['zh-Hans'], harbourRadio: '海港电台' },
  'zh-Hant': { ...usual['zh-Hant'], harbourRadio: '海港電台' },
  en: { ...usual.en, harbourRadio: 'harbour radio' },
};
