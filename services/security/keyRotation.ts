import { instant, later, minutes } from '../../kit/time.ts';
import {
  freshFieldKey,
  freshSecret,
  type KeyRingFile,
  type OlderKey,
  type SingleKey,
} from './keyRingFile.ts';

/** A machine that gets a new key file later than another writes with the key before for no longer than this. */
export const laterBy = 10 * minutes;

/** What can be rotated in a key file; anchors have a command of their own. */
export type RotatableKey = 'fieldKeys' | SingleKey;

/**
 * The keys with a new one of a name: the one that was announced, where one was. What it takes the place of still reads what
 * it has written.
 */
export function rotated(keys: KeyRingFile, name: RotatableKey, now: Date): KeyRingFile {
  const { [name]: announced, ...next } = keys.next ?? {};
  const left = { ...keys, next: Object.keys(next).length > 0 ? next : undefined };
  if (name === 'fieldKeys') {
    const fresh = typeof announced === 'object' ? announced : freshFieldKey();
    return { ...left, fieldKeys: [fresh, ...keys.fieldKeys] };
  }
  const fresh = typeof announced === 'string' ? announced : freshSecret();
  const older = [{ key: keys[name], until: instant(now) }, ...olderOf(keys, name)];
  return { ...left, [name]: fresh, older: { ...keys.older, [name]: older } };
}

/** The keys with one that nothing is written with yet, so that every machine can read it before the first one writes. */
export function announced(keys: KeyRingFile, name: RotatableKey): KeyRingFile {
  if (keys.next?.[name] !== undefined) return keys;
  const fresh = name === 'fieldKeys' ? { fieldKeys: freshFieldKey() } : { [name]: freshSecret() };
  return { ...keys, next: { ...keys.next, ...fresh } };
}

/** The keys without those that a name had before: what they have written is not read any more. */
export function withoutOlder(keys: KeyRingFile, name: SingleKey): KeyRingFile {
  const { [name]: _gone, ...older } = keys.older ?? {};
  return { ...keys, older: Object.keys(older).length > 0 ? older : undefined };
}

/** Those of a name before the one of now, the newest first. */
export function olderOf({ older }: KeyRingFile, name: SingleKey): readonly OlderKey[] {
  return older?.[name] ?? [];
}

/** All that may have written something under a name: the one of now, those before, and one that another machine may use already. */
export function everyOf(keys: KeyRingFile, name: SingleKey): string[] {
  return [keys[name], ...olderOf(keys, name).map(({ key }) => key), ...nextOf(keys, name)];
}

/** All that some machine may be writing with now. */
export function writersOf(keys: KeyRingFile, name: SingleKey, now: Date): string[] {
  const since = instant(later(now, -laterBy));
  const lately = olderOf(keys, name).filter(({ until }) => until > since);
  return [keys[name], ...lately.map(({ key }) => key), ...nextOf(keys, name)];
}

/** The one that the next rotation takes, where it is announced. */
export function nextOf({ next }: KeyRingFile, name: SingleKey): string[] {
  const announced = next?.[name];
  return announced === undefined ? [] : [announced];
}
