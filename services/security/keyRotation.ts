import { instant, later, minutes } from '../../kit/time.ts';
import {
  freshFieldKey,
  freshSecret,
  type KeyRingFile,
  type OlderKey,
  type SingleKey,
} from './keyRingFile.ts';

/** The longest time for which a machine may still write with the previous key because it gets a new key file later. */
export const laterBy = 10 * minutes;

/** The names that can be rotated with one command; keys for anchors have a command of their own. */
export type RotatableKey = 'fieldKeys' | SingleKey;

/**
 * The keys after a rotation of one name: the announced key becomes the present one, or a fresh key where none was
 * announced. The replaced key is kept for reading.
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

/**
 * The keys with an announced one for a name. Nothing is written with it yet, so that every machine can read it before
 * the first one writes with it.
 */
export function announced(keys: KeyRingFile, name: RotatableKey): KeyRingFile {
  if (keys.next?.[name] !== undefined) return keys;
  const fresh = name === 'fieldKeys' ? { fieldKeys: freshFieldKey() } : { [name]: freshSecret() };
  return { ...keys, next: { ...keys.next, ...fresh } };
}

/** The keys without the older ones of a name. What those have written can no longer be read. */
export function withoutOlder(keys: KeyRingFile, name: SingleKey): KeyRingFile {
  const { [name]: _gone, ...older } = keys.older ?? {};
  return { ...keys, older: Object.keys(older).length > 0 ? older : undefined };
}

/** The older keys of a name, the newest first. */
export function olderOf({ older }: KeyRingFile, name: SingleKey): readonly OlderKey[] {
  return older?.[name] ?? [];
}

/**
 * All keys that may have written a value under a name: the present one, the older ones, and the announced one, which
 * another machine may use already.
 */
export function everyOf(keys: KeyRingFile, name: SingleKey): string[] {
  return [keys[name], ...olderOf(keys, name).map(({ key }) => key), ...nextOf(keys, name)];
}

/** All keys that some machine may be writing with now. */
export function writersOf(keys: KeyRingFile, name: SingleKey, now: Date): string[] {
  const since = instant(later(now, -laterBy));
  const lately = olderOf(keys, name).filter(({ until }) => until > since);
  return [keys[name], ...lately.map(({ key }) => key), ...nextOf(keys, name)];
}

/** The announced key of a name, in a list; an empty list where none was announced. */
export function nextOf({ next }: KeyRingFile, name: SingleKey): string[] {
  const announced = next?.[name];
  return announced === undefined ? [] : [announced];
}
