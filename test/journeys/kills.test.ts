import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Audit } from '../../services/audit/audit.ts';
import { openStore } from '../../services/bankSettings.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { bankSchema } from '../../services/store/bankSchema.ts';
import { AuditEntries } from '../../services/store/entities/auditEntry.ts';
import { Outbox } from '../../services/store/entities/outboxMessage.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { firstBadEntry } from '../services/audit/firstBadEntry.ts';
import { zhaoLei } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { onDatabase } from './onDatabase.ts';
import { Thawline } from './thawline.ts';

/** What the bank's database holds, read as its own code reads it. */
type Kept = { firstBadEntry: number | undefined; unfreezings: number; receipts: number };

async function kept(thawline: Thawline, database: EmptyDatabase): Promise<Kept> {
  const clock = () => new Date();
  const keyRing = KeyRing.open(join(thawline.bankFolder, 'data/keys.json'), { clock, production: false });
  const store = await openStore(database.url, [bankSchema]);
  try {
    const firstBad = await firstBadEntry(store, new Audit(keyRing));
    return await store.read(async (manager) => ({
      firstBadEntry: firstBad,
      unfreezings: await manager.countBy(AuditEntries, { action: 'cardUnfrozen' }),
      receipts: await manager.count(Outbox),
    }));
  } finally {
    await store.close();
  }
}

async function asksToUnfreeze(thawline: Thawline): Promise<Conversation> {
  const conversation = await Conversation.with(thawline);
  assert.equal((await conversation.say(`unfreeze ${zhaoLei.number}`))[0], 'cardStatus.frozen');
  await conversation.say('yes');
  return conversation;
}

const isActive = async (thawline: Thawline) => (await thawline.cards())['4446']?.status === 'active';

/** Sends the right password, has so many other requests answered, and kills. @returns whether it was answered */
async function killedAfter(
  others: number,
  {
    thawline,
    conversation,
    kill,
  }: { thawline: Thawline; conversation: Conversation; kill: () => Promise<void> },
): Promise<boolean> {
  const sealed = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
  let answered = false;
  const posting = conversation.send(sealed).then(
    ({ status }) => {
      answered = status === 200;
    },
    () => {},
  );
  for (let count = 0; count < others && !answered; count++) await thawline.call('GET', '/healthz');
  await kill();
  await posting;
  return answered;
}

/** Unfreezes what is still frozen, as its customer would, and freezes the card again for the next round. */
async function beginsAgain(thawline: Thawline): Promise<void> {
  if (!(await isActive(thawline))) {
    const again = await asksToUnfreeze(thawline);
    const [outcome] = await again.give('transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'outcome.unfrozen');
  }
  const { card = '' } = (await thawline.cards())['4446'] ?? {};
  const frozen = await thawline.run('services/cardSystem/cards.ts', ['freeze', card, 'customerRequest']);
  assert.equal(frozen.code, 0, frozen.err);
}

onEachDatabase('a service that is killed while it unfreezes', (empty) => {
  const here = onDatabase(empty, (settings) => Thawline.started(settings));

  // From before the password is looked at until after the end.
  for (const others of [0, 10, 20, 30, 400]) {
    it(`has unfrozen with its audit entry and receipt, or not at all (killed after ${others} other requests)`, async () => {
      const { thawline, database } = here;
      const before = await kept(thawline, database);
      const conversation = await asksToUnfreeze(thawline);
      const kill = () => thawline.kill();
      const answered = await killedAfter(others, { thawline, conversation, kill });
      const unfrozen = await isActive(thawline);
      if (answered) assert.ok(unfrozen, 'an unfreezing that was told is there');
      assert.deepEqual(await kept(thawline, database), {
        firstBadEntry: undefined,
        unfreezings: before.unfreezings + Number(unfrozen),
        receipts: before.receipts + Number(unfrozen),
      });
      await thawline.up();
      await beginsAgain(thawline);
    });
  }
});

onEachDatabase('the bank’s side, killed and started again while it unfreezes', (empty) => {
  const here = onDatabase(empty, (settings) => Thawline.startedApart(settings));

  for (const others of [0, 10, 20, 40, 400]) {
    it(`unfreezes once, and the customer hears so, or not at all (killed after ${others} other requests)`, async () => {
      const { thawline, database } = here;
      const before = await kept(thawline, database);
      const conversation = await asksToUnfreeze(thawline);
      const kill = async () => {
        await thawline.processor?.end('SIGKILL');
        await thawline.processorUp();
      };
      await killedAfter(others, { thawline, conversation, kill });
      const unfrozen = await isActive(thawline);
      assert.equal((await conversation.answers()).includes('outcome.unfrozen'), unfrozen);
      assert.deepEqual(await kept(thawline, database), {
        firstBadEntry: undefined,
        unfreezings: before.unfreezings + Number(unfrozen),
        receipts: before.receipts + Number(unfrozen),
      });
      await beginsAgain(thawline);
    });
  }
});
