import { keyedBot } from '../bot/keyedBot.ts';
import type { CommandTerminal } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { hasTablesOf, migrationsOf, newerThan, ranMigrations } from '../kit/store/schema.ts';
import type { Store } from '../kit/store/store.ts';
import { type Clock, instant, later } from '../kit/time.ts';
import type { Decides } from '../services/approvals/approvals.ts';
import type { AuditAction, AuditDetails } from '../services/audit/audit.ts';
import type { BankSettings } from '../services/bankSettings.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import { openInstallation, presentIn } from '../services/installation/openInstallation.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { moveReferences, noteNextReferences } from '../services/moveReferences.ts';
import { rewrap } from '../services/rewrap.ts';
import type { KeyRing } from '../services/security/keyRing.ts';
import type { SingleKey } from '../services/security/keyRingFile.ts';
import { resultTexts } from './resultTexts.ts';
import { type DroppableName, droppableKeys, type RotatableName, rotatableKeys } from './rotatableKeys.ts';
import type { OpenBank } from './withBank.ts';

type Around = { store: Store; keyRing: KeyRing; settings: BankSettings; clock: Clock };

/** A change of the key file, its audit entry, and the message about it. */
export type KeyChange = {
  action: AuditAction;
  /** The details of its entry, beside the operator. */
  details?: AuditDetails;
  /** The work in the database before the file is changed. @throws UnfreezeError where the change is not allowed */
  before?: (around: Around) => Promise<void>;
  does: (keyRing: KeyRing) => void;
  /** The work in the database afterwards, where there is one. */
  afterwards?: (bank: OpenBank) => Promise<void>;
  told: string;
};

type KeyChanges = {
  rotate(which: { key: RotatableName; ahead: boolean }): KeyChange;
  anchorKey: KeyChange;
  copy(where: { file: string }): KeyChange;
  drop(which: { key: DroppableName }): KeyChange;
};

/**
 * Gives each card its new reference before that is in use; everything that refers to cards follows right after the
 * rotation.
 */
const callsCardsAnew: Pick<KeyChange, 'before' | 'afterwards'> = {
  async before({ store, keyRing }) {
    if (!(await hasTablesOf(store, keyedBank.schema))) return;
    keyRing.announce('cardReferenceKey');
    await noteNextReferences({ store, keyRing });
  },
  afterwards: ({ store, keyRing, settings }) =>
    moveReferences({ store, keyRing }, settings.cardSystemAt !== undefined),
};

export const keyChanges = {
  rotate: ({ key, ahead }) => {
    const { key: name, next } = rotatableKeys[key];
    if (ahead)
      return {
        action: 'keyAnnounced',
        details: { key },
        does: (keyRing) => keyRing.announce(name),
        ...(name === 'cardReferenceKey' && { afterwards: noteNextReferences }),
        told: resultTexts.announced,
      };
    return {
      action: 'keysRotated',
      details: { key },
      does: (keyRing) => keyRing.rotate(name),
      ...(name === 'fieldKeys' && { afterwards: ({ sealingKeys }) => sealingKeys.rotate() }),
      ...(name === 'cardReferenceKey' && callsCardsAnew),
      told: resultTexts.rotated(next),
    };
  },
  anchorKey: {
    action: 'anchorKeyMade',
    does: (keyRing) => keyRing.rotateAnchorKey(),
    told: resultTexts.anchorKeyMade,
  },
  copy: ({ file }) => ({
    action: 'keysCopied',
    does: (keyRing) => keyRing.copyTo(file),
    told: resultTexts.copied(file),
  }),
  drop: ({ key }) => {
    const { key: name, keptFor } = droppableKeys[key];
    return {
      action: 'keysDropped',
      details: { key },
      before: (around) => retireOlder(around, { name, keptFor }),
      does: (keyRing) => keyRing.dropOlder(name),
      told: resultTexts.dropped,
    };
  },
} satisfies KeyChanges;

/** Marks the older keys as unused in each half of the product that is in the database. */
async function retireOlder(
  { keyRing, settings, clock }: { keyRing: KeyRing; settings: BankSettings; clock: Clock },
  { name, keptFor }: { name: SingleKey; keptFor: number },
): Promise<void> {
  const rotatedAt = keyRing.rotatedAt(name);
  if (rotatedAt === undefined)
    throw new UnfreezeError('messageInvalid', 'nothing to destroy: there is no older key');
  const notBefore = instant(later(new Date(rotatedAt), keptFor));
  if (notBefore > instant(clock()))
    throw new UnfreezeError(
      'messageInvalid',
      `not before ${notBefore}: until then stored values may need the older key`,
    );
  const schemas = await presentIn(settings.databaseUrl, [keyedBank, keyedBot]);
  const { store, databaseKeys } = await openInstallation({ settings, clock, schemas });
  try {
    await databaseKeys.retireOlder(name);
  } finally {
    await store.close();
  }
}

/**
 * Changes the key file and writes the entry about it in one transaction, so that a failed change has no entry. Waiting
 * entries are chained before and after, so that none is left that only an old key can confirm.
 * @param decides decides the approval of the change
 * @returns the message about it
 */
export async function changeKeys(
  bank: OpenBank,
  { action, details, before, does, afterwards, told }: KeyChange,
  by: ByHand,
  decides?: Decides,
): Promise<string> {
  const { store, keyRing, databaseKeys, audit, chaining, clock } = bank;
  await before?.(bank);
  await chaining.chain();
  await store.transaction([], async (manager) => {
    await decides?.(manager, 'done');
    await audit.write(manager, clock(), action, { ...details, ...by });
    does(keyRing);
  });
  await chaining.chain();
  // A new key is recorded in the database after it is in the file, never before.
  await databaseKeys.settle();
  await afterwards?.(bank);
  return told;
}

/** Seals everything with the newest key and destroys the older ones. @returns the number of rows */
export async function rewrapAll(
  bank: OpenBank,
  by: ByHand,
  { progress }: Pick<CommandTerminal, 'progress'>,
): Promise<number> {
  await assertAllIsKnown(bank.store);
  // Another operator may rotate meanwhile; only keys older than this one are destroyed, since rows sealed with this one
  // must still open.
  const { id } = bank.keyRing.fieldKey;
  const rows = await rewrap(bank.store, bank, (done) => progress?.(`${done} rows`));
  progress?.('');
  const destroyed = bank.keyRing.fieldKeysBefore(id);
  await bank.store.transaction([], (manager) =>
    bank.audit.write(manager, bank.clock(), 'keysRewrapped', { rows, destroyed, ...by }),
  );
  await bank.databaseKeys.retireFieldKeys(destroyed);
  bank.keyRing.dropFieldKeys(destroyed);
  return rows;
}

/**
 * Refuses a database of a newer version: that version may seal columns unknown to this one, and their key would be
 * destroyed.
 */
async function assertAllIsKnown(store: Store): Promise<void> {
  const { schema } = keyedBank;
  const [newer] = newerThan(schema, await ranMigrations(store), migrationsOf(schema));
  if (newer !== undefined)
    throw new UnfreezeError(
      'messageInvalid',
      `a newer version has made ${newer}: run rewrap with that version`,
    );
}
