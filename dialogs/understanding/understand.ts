import type { Language } from '../../services/contract/language.ts';
import type { Intent } from './intents.ts';
import { rules } from './rules.ts';

/** What was understood. `confidence` from 0 to 1; `wanted` is the language asked for by `changeLanguage`, if named. */
export type Understanding = { text: string; intent: Intent; confidence: number; wanted?: Language };

const longestUtterance = 500;

/** Reads one utterance. Says `none` rather than guess. */
export function understand(text: string): Understanding {
  const plain = normalise(text.slice(0, longestUtterance));
  const rule = rules.find(({ when, unless }) => when.test(plain) && !unless?.test(plain));
  const intent = rule?.intent ?? 'none';
  const wanted = intent === 'changeLanguage' ? namedLanguage(plain) : undefined;
  return { text, intent, confidence: intent === 'none' ? 0 : 1, ...(wanted && { wanted }) };
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\bun[\s-]+(freeze|block|lock)/g, 'un$1')
    .replace(/\s+/g, ' ')
    .replace(/[\s.。!！~～]+$/u, '')
    .trim();
}

function namedLanguage(plain: string): Language | undefined {
  if (/english|英文|英语|英語/.test(plain)) return 'en';
  if (/traditional|繁|国语|國語/.test(plain)) return 'zh-Hant';
  if (/chinese|中文|简|簡|普通/.test(plain)) return 'zh-Hans';
  return undefined;
}
