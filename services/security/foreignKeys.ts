import { UnfreezeError } from '../../kit/errors.ts';
import type { LastingKey } from './keyFingerprint.ts';
import { type KeyRingFile, singleKeys } from './keyRingFile.ts';
import { olderOf } from './keyRotation.ts';

/**
 * The keys that a changed key file should still hold but lacks. A rotation puts the new field key first, and a rewrap
 * destroys the older ones; so a file whose first field key was an older one before is an old copy. For every other name
 * the key file keeps the previous key beside the new one.
 */
export function lackingKeys(changed: KeyRingFile, before: KeyRingFile): LastingKey[] {
  const lacking: LastingKey[] = singleKeys.filter(
    (name) =>
      changed[name] !== before[name] && !olderOf(changed, name).some(({ key }) => key === before[name]),
  );
  return isOlder(changed, before) ? [...lacking, 'fieldKeys'] : lacking;
}

function isOlder({ fieldKeys: changed }: KeyRingFile, { fieldKeys: before }: KeyRingFile): boolean {
  const holds = (keys: typeof before, one: (typeof before)[number] | undefined) =>
    keys.some(({ id, key }) => id === one?.id && key === one.key);
  return !holds(changed, before[0]) && holds(before, changed[0]);
}

/**
 * The refusal of a key file that does not belong to the database. It names the keys that are missing, and shows none of
 * them.
 */
export function keysForeign(file: string, lacking: Iterable<string>): UnfreezeError {
  const names = [...new Set(lacking)].toSorted().join(', ');
  return new UnfreezeError(
    'keysForeign',
    `the key file ${file} is not the one of this database: it lacks the database’s ${names}. It is another ` +
      'installation’s, or an old copy, and nothing was written with it. Let KEYS_FILE name the key file of this ' +
      'database, or put your newest copy of it there; or let DATABASE_URL name the database of these keys.',
  );
}

/** The refusal to start without the key file that a database needs. */
export function keysLost(file: string): UnfreezeError {
  return new UnfreezeError(
    'keysForeign',
    `the key file ${file} is not there, and the database cannot be read with any other: put your copy of it back, or ` +
      'let KEYS_FILE name it. To start again without the present data, remove the database too.',
  );
}
