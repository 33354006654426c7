import type { CallStep } from './callRequest.ts';
import type { Expects } from './expects.ts';
import { keyed } from './keyed.ts';

/**
 * The meaning of a caller's keys or words.
 * - `said`: words or digits for the conversation
 * - `chose`: one of the call's own choices, by the position of its key
 * - `erased`: everything keyed was deleted
 * - `keypadOnly`: a secret was said aloud
 * - `elsewhere`: the caller wants to give a secret in another way than by keys
 * - `unclear`: words that were not understood well enough to act on
 */
export type Meaning =
  | { what: 'said'; text: string }
  | { what: 'chose'; key: number; text: string }
  | {
      what: 'silence' | 'repeat' | 'person' | 'elsewhere' | 'noSuchKey' | 'erased' | 'keypadOnly' | 'unclear';
    };

/**
 * The key for another way. No identity document of digits only begins with it, so it is not the start of a number that
 * was cut off.
 */
const elsewhereKey = '9';

/** The lowest confidence of speech recognition that is acted on; recognisers without a confidence report 0. */
const leastConfidence = 0.5;

/** Reads keys or words by what the call waits for. A key counts more than words, since it cannot be misheard. */
export function meaningOf({ Digits, SpeechResult, Confidence }: CallStep, expects: Expects): Meaning {
  const keys = (Digits ?? '').replaceAll('#', '');
  if (Digits) return meaningOfKeys(keys, expects);
  const words = SpeechResult?.trim() ?? '';
  if (words === '') return { what: 'silence' };
  if (expects.what === 'secret') return { what: 'keypadOnly' };
  if (Confidence && Confidence < leastConfidence) return { what: 'unclear' };
  // Numbers in words are read later, together with those of all other channels.
  if (['number', 'choice', 'words'].includes(expects.what)) return { what: 'said', text: words };
  return { what: 'chose', key: 0, text: words };
}

function meaningOfKeys(keys: string, expects: Expects): Meaning {
  if (!/^[\d*]+$/.test(keys)) return { what: 'noSuchKey' };
  if (keys === '0') return { what: 'person' };
  // A single key is no secret of any kind.
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
