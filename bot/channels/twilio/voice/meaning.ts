import type { CallStep } from './callRequest.ts';
import type { Expects } from './expects.ts';
import { keyed } from './keyed.ts';

/**
 * What a caller meant by keys or words.
 * - `said`: words or digits for the conversation
 * - `chose`: one of the call's own choices, by the place of its key
 * - `erased`: all that was keyed was taken back
 * - `keypadOnly`: a secret was said aloud
 * - `elsewhere`: a secret is to be given on another way than by these keys
 * - `unclear`: words that were not heard well enough to act on
 */
export type Meaning =
  | { what: 'said'; text: string }
  | { what: 'chose'; key: number; text: string }
  | {
      what: 'silence' | 'repeat' | 'person' | 'elsewhere' | 'noSuchKey' | 'erased' | 'keypadOnly' | 'unclear';
    };

/** No identity document that has digits alone begins with it, so that nobody who was cut off has pressed it by chance. */
const elsewhereKey = '9';

/** Below this a speech recognition's own confidence is not acted on; 0 comes from one that has none to tell. */
const leastConfidence = 0.5;

/** Reads keys or words by what the call waits for. A key wins over words: it cannot be misheard. */
export function meaningOf({ Digits, SpeechResult, Confidence }: CallStep, expects: Expects): Meaning {
  const keys = (Digits ?? '').replaceAll('#', '');
  if (Digits) return meaningOfKeys(keys, expects);
  const words = SpeechResult?.trim() ?? '';
  if (words === '') return { what: 'silence' };
  if (expects.what === 'secret') return { what: 'keypadOnly' };
  if (Confidence && Confidence < leastConfidence) return { what: 'unclear' };
  // Numbers in them are read where those of every other channel are.
  if (['number', 'choice', 'words'].includes(expects.what)) return { what: 'said', text: words };
  return { what: 'chose', key: 0, text: words };
}

function meaningOfKeys(keys: string, expects: Expects): Meaning {
  if (!/^[\d*]+$/.test(keys)) return { what: 'noSuchKey' };
  if (keys === '0') return { what: 'person' };
  // One key is no secret of any kind.
  if (keys === elsewhereKey && expects.what === 'secret') return { what: 'elsewhere' };
  switch (expects.what) {
    case 'number':
    case 'secret': {
      const { digits, erased } = keyed(keys, expects.what === 'secret' && expects.lastMayBeX);
      return erased ? { what: 'erased' } : { what: 'said', text: digits };
    }
    case 'tongue':
    case 'resume':
      return { what: 'chose', key: keys.length === 1 ? Number(keys) || 0 : 0, text: '' };
    default: {
      if (keys === '*') return { what: 'repeat' };
      const value = expects.what === 'choice' ? expects.values[Number(keys) - 1] : undefined;
      return value === undefined ? { what: 'noSuchKey' } : { what: 'said', text: value };
    }
  }
}
