// Guards money: what a card was called under one key finds it under the next, with all that has failed on it.
import assert from 'node:assert/strict';
import type { EntitySchema } from 'typeorm';
import { keysCommand } from '../../cli/keysCommand.ts';
import { run } from '../../kit/command.ts';
import { hours, minutes } from '../../kit/time.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import type { CardReference } from '../../services/contract/card.ts';
import { moveReferences, tablesOfCards } from '../../services/moveReferences.ts';
import { FailedAttempts } from '../../services/tables/failedAttempt.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { trailOf } from './audit/trailOf.ts';
import { RemoteBank } from './cardSystem/remote/remoteBank.ts';
import { recordedTerminal } from './recordedTerminal.ts';
import { browser, liNa, openTestBank, type TestBank, unknownNumber, zhaoLei } from './testBank.ts';

async function keys(bank: TestBank, ...words: string[]): Promise<void> {
  const { terminal, said } = recordedTerminal();
  const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
  assert.equal(
    await run(keysCommand({ terminal, environment, clock: bank.now }), words, terminal),
    0,
    said.err,
  );
}

onEachDatabase('the key of card references', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  const status = async (card: CardReference) =>
    (await bank.customerService.queryCardStatus({ card, userTerminal: browser })).status;

  it('can be rotated under a running case: every card is found by what it was called and is called', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    const before = await bank.card(liNa.number);
    await keys(bank, 'rotate', 'cards');
    const now = await bank.card(liNa.number);
    assert.notEqual(now, before);
    for (const card of [before, now]) assert.equal(await status(card), 'frozen');
    assert.equal(await status(await bank.card(unknownNumber)), 'noFrozenCard');
    await bank.give(request, 'identityDocument', liNa.identityDocument);
    const { outcome } = await bank.give(request, 'transactionPassword', liNa.transactionPassword);
    assert.equal(outcome, 'unfrozen');
    const asked = { card: before, userTerminal: browser };
    assert.equal((await bank.processor.requestUnfreezing(asked)).outcome, 'noFrozenCard');
    const caller = { channel: 'voice', address: 'caller' } as const;
    const disowned = await bank.customerService.disown({ phone: liNa.phone, userTerminal: caller });
    assert.equal(disowned.outcome, 'frozenAgain');
    const called = (await trailOf(bank)).map(({ details }) => JSON.parse(details).card);
    assert.ok(called.includes(now));
  });

  it('is announced first where several machines have it, and then every card has both names at once', async () => {
    const before = await bank.card(zhaoLei.number);
    await keys(bank, 'rotate', 'cards', '--ahead');
    assert.equal(await bank.card(zhaoLei.number), before);
    bank.keyRing.rotate('cardReferenceKey');
    const now = await bank.card(zhaoLei.number);
    assert.notEqual(now, before);
    for (const card of [before, now]) assert.equal(await status(card), 'frozen');
    const request = await bank.authenticationRequest(zhaoLei.number);
    await moveReferences(bank, false);
    const { outcome } = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
  });

  it('gives nobody a fresh supply of guesses', async () => {
    const said: string[] = [];
    for (let count = 0; count < 6; count++) {
      const request = await bank.authenticationRequest(zhaoLei.number);
      said.push((await bank.give(request, 'transactionPassword', '000000')).outcome);
      await keys(bank, 'rotate', 'cards');
      bank.passes(20 * minutes);
    }
    assert.ok(said.includes('locked'), said.join());
    const card = await bank.card(zhaoLei.number);
    const failed = await bank.store.read((manager) => manager.find(FailedAttempts));
    assert.deepEqual([...new Set(failed.map((one) => one.card))], [card]);
  });

  it('can be destroyed a month later, and what was called by it is unknown then', async () => {
    const before = await bank.card(zhaoLei.number);
    await keys(bank, 'rotate', 'cards');
    assert.notEqual(await bank.card(zhaoLei.number), before, 'a service that runs has seen the rotation');
    bank.passes(31 * 24 * hours);
    await keys(bank, 'drop', 'cards');
    assert.equal(bank.keyRing.secrets('cardReferenceKey').length, 1);
    assert.equal(await status(before), 'noFrozenCard');
    assert.equal(await status(await bank.card(zhaoLei.number)), 'frozen');
  });
});

describe('the key of card references of a card system elsewhere', () => {
  it('can be rotated under a running case: a reference of before is read, and counts as the one of now', async () => {
    const here = await RemoteBank.open(emptySqlite);
    try {
      const { bank } = here;
      const request = await bank.authenticationRequest(zhaoLei.number);
      const before = await bank.card(zhaoLei.number);
      await bank.give(request, 'transactionPassword', '000000');
      bank.keyRing.rotate('cardReferenceKey');
      await moveReferences(bank, true);
      const now = await bank.card(zhaoLei.number);
      assert.notEqual(now, before);
      const failed = await bank.store.read((manager) => manager.find(FailedAttempts));
      assert.deepEqual([...new Set(failed.map((one) => one.card))], [now]);
      const { status } = await bank.customerService.queryCardStatus({ card: before, userTerminal: browser });
      assert.equal(status, 'frozen');
      const second = { ...request, attempt: 2 };
      const { outcome } = await bank.give(second, 'transactionPassword', zhaoLei.transactionPassword);
      assert.equal(outcome, 'unfrozen');
    } finally {
      await here.close();
    }
  });
});

describe('the tables that call a card by its reference', () => {
  it('are all moved with it', () => {
    const calling = bankSchema.entities.filter(({ options }) => 'card' in options.columns);
    const moved: EntitySchema<never>[] = [...tablesOfCards] as never;
    assert.deepEqual(
      calling.map(({ options }) => options.name).toSorted(),
      [...moved.map(({ options }) => options.name), 'frozen_card_records'].toSorted(),
    );
  });
});
