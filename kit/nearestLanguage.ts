import type { Language } from './language.ts';

/** The language that serves a reader of the BCP 47 tag best; English where none does. Alone here, since small pages need no more. */
export function nearestLanguage(tag: string | undefined): Language {
  // What stands behind a single letter is an extension (`zh-CN-u-nu-hanidec`) and says nothing of script or region.
  const [plain = ''] = (tag ?? '').toLowerCase().split(/[-_](?=[a-z0-9][-_])/);
  const parts = plain.split(/[^a-z0-9]+/);
  if (parts[0] !== 'zh' && parts[0] !== 'yue' && parts[0] !== 'cmn') return 'en';
  if (parts.includes('hans')) return 'zh-Hans';
  const cantonese = parts.includes('yue') && !parts.includes('cn');
  const traditional = cantonese || parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part));
  return traditional ? 'zh-Hant' : 'zh-Hans';
}
