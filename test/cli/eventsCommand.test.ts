import assert from 'node:assert/strict';
import { eventsCommand } from '../../cli/eventsCommand.ts';
import { run } from '../../kit/command.ts';
import { AuditEntries, AuditTail } from '../../services/tables/auditEntry.ts';
import { WebhookEventRows } from '../../services/tables/webhookEvent.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';

describe('thawline events', () => {
  let bank: TestBank;
  before(async () => {
    bank = await openTestBank({});
    await bank.customerService.noteHandoff({
      ...{ userTerminal: { channel: 'sms', address: 'x' }, card: await bank.card(zhaoLei.number) },
      ...{ caseId: 'K-4821', reason: 'silence' },
    });
  });
  after(() => bank.close());

  async function events(settings: Record<string, string>, ...words: string[]) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile, ...settings });
    const around = { terminal, environment, clock: bank.now, operator: { who: 'liming', uid: 1001 } };
    return { code: await run(eventsCommand(around), words, terminal), ...said };
  }
  const told = {
    WEBHOOK_URL: 'http://127.0.0.1:9/events',
    WEBHOOK_SECRET: `whsec_${'A'.repeat(43)}=`,
  };

  it('has events of before there was a receiver come, under the operator’s name', async () => {
    const { code, out } = await events(told, 'replay', '--from', 'PT1H', '--reason', 'receiver restored');
    assert.deepEqual([code, out], [0, '1 event goes out once more\n']);
    const [row] = await bank.store.read((manager) => manager.find(WebhookEventRows));
    assert.equal(row?.type, 'case.handedOver');
    const [entry] = await bank.store.read(async (manager) => [
      ...(await manager.findBy(AuditTail, { action: 'eventsReplayed' })),
      ...(await manager.findBy(AuditEntries, { action: 'eventsReplayed' })),
    ]);
    const { who, why, events: count } = JSON.parse(entry?.details ?? '{}');
    assert.deepEqual([who, why, count], ['liming', 'receiver restored', 1]);
  });

  it('does nothing where nobody is told, or without a moment', async () => {
    const { code, err } = await events({}, 'replay', '--from', 'PT1H');
    assert.equal(code, 2);
    assert.match(err, /WEBHOOK_URL/);
    assert.equal((await events(told, 'replay')).code, 2);
    assert.equal((await events(told, 'replay', '--from', 'yesterday')).code, 2);
  });
});
