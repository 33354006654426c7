import type { Language } from './language.ts';

/**
 * The best language for a reader of the BCP 47 tag; English where none fits. It has a file of its own, so that small
 * pages load nothing else.
 */
export function nearestLanguage(tag: string | undefined): Language {
  // Everything after a single letter is an extension (`zh-CN-u-nu-hanidec`) and says nothing of script or region.
  const [plain = ''] = (tag ?? '').toLowerCase().split(/[-_](?=[a-z0-9][-_])/);
  const parts = plain.split(/[^a-z0-9]+/);
  if (parts[0] !== 'zh' && parts[0] !== 'yue' && parts[0] !== 'cmn') return 'en';
  if (parts.includes('hans')) return 'zh-Hans';
  const cantonese = parts.includes('yue') && !parts.includes('cn');
  const traditional = cantonese || parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part));
  return traditional ? 'zh-Hant' : 'zh-Hans';
}
