import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Audit } from '../../services/audit/audit.ts';
import { openStore } from '../../services/bankSettings.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { bankSchema } from '../../services/store/bankSchema.ts';
import { AuditEntries } from '../../services/store/entities/auditEntry.ts';
import { Outbox } from '../../services/store/entities/outboxMessage.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { zhaoLei } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

onEachDatabase('a service that is killed while it unfreezes', (empty) => {
  let database: EmptyDatabase;
  let thawline: Thawline;
  before(async () => {
    database = await empty();
    thawline = await Thawline.started({ DATABASE_URL: database.url });
  });
  after(async () => {
    await thawline.close();
    await database.remove();
  });

  /** What the database of the dead service holds, read as its own code reads it. */
  async function kept(): Promise<{
    firstBadEntry: number | undefined;
    unfreezings: number;
    receipts: number;
  }> {
    const clock = () => new Date();
    const keyRing = KeyRing.open(join(thawline.folder, 'data/keys.json'), { clock, production: false });
    const store = await openStore(database.url, [bankSchema]);
    try {
      return await store.read(async (manager) => ({
        firstBadEntry: await new Audit(keyRing).firstBadEntry(manager),
        unfreezings: await manager.countBy(AuditEntries, { action: 'cardUnfrozen' }),
        receipts: await manager.count(Outbox),
      }));
    } finally {
      await store.close();
    }
  }

  async function asksToUnfreeze(): Promise<Conversation> {
    const conversation = await Conversation.with(thawline);
    assert.equal((await conversation.say(`unfreeze ${zhaoLei.number}`))[0], 'cardStatus.frozen');
    await conversation.say('yes');
    return conversation;
  }
  const isActive = async () => (await thawline.cards())['4446']?.status === 'active';

  // How many other requests are answered between the password and the kill: from before it is looked at to after the end.
  for (const others of [0, 10, 20, 30, 400]) {
    it(`has unfrozen with its audit entry and receipt, or not at all (killed after ${others} other requests)`, async () => {
      const before = await kept();
      const conversation = await asksToUnfreeze();
      const sealed = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
      let answered = false;
      const posting = conversation.send(sealed).then(
        ({ status }) => {
          answered = status === 200;
        },
        () => {},
      );
      for (let count = 0; count < others && !answered; count++) await thawline.call('GET', '/healthz');
      await thawline.kill();
      await posting;

      const unfrozen = await isActive();
      if (answered) assert.ok(unfrozen, 'an unfreezing that was told is there');
      const expected = Number(unfrozen);
      assert.deepEqual(await kept(), {
        firstBadEntry: undefined,
        unfreezings: before.unfreezings + expected,
        receipts: before.receipts + expected,
      });

      await thawline.up();
      if (!unfrozen) {
        const again = await asksToUnfreeze();
        const [outcome] = await again.give('transactionPassword', zhaoLei.transactionPassword);
        assert.equal(outcome, 'outcome.unfrozen');
      }
      const { card = '' } = (await thawline.cards())['4446'] ?? {};
      const frozen = await thawline.run('services/cardSystem/cards.ts', ['freeze', card, 'customerRequest']);
      assert.equal(frozen.code, 0, frozen.err);
    });
  }
});
