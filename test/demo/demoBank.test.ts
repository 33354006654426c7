import assert from 'node:assert/strict';
import { demoCustomers, importDemoBank } from '../../demo/demoBank.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { createBank } from '../../services/bank.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { importCustomers } from '../../services/import/importCustomers.ts';
import { KeyRing } from '../../services/security/keyRing.ts';
import { Cards } from '../../services/tables/card.ts';
import { Customers } from '../../services/tables/customer.ts';
import { openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';

/** What the pages that introduce the demo bank promise: name, phone, language, identity card, password, cards. */
const promised = `
  李娜 Li Na +12025550101 zh-Hans 11010519491231002X 246801 6200000000000011114 frozen transactionPasswordErrors
  王偉 Wang Wei +12025550102 zh-Hant 310101198503120057 135790 6200000000000022228 frozen abnormalTransaction
  陈洁 Chen Jie +12025550103 zh-Hans 440305199207041127 550917 6200000000000033332 frozen customerRequest
  赵磊 Zhao Lei +12025550104 en - 802461 6200000000000044446 frozen abnormalTransaction
  孙丽 Sun Li +12025550105 zh-Hans 33010619781103256X 975310 6200000000000055558 frozen judicialOrder
  周強 Zhou Qiang +12025550106 zh-Hant 420102196609150353 314159 6200000000000066662 frozen transactionPasswordErrors reportedLost
  吴敏 Wu Min +12025550107 en 350203199505182227 271828 6200000000000077776 active
  郑凯 Zheng Kai +12025550108 en 610103198812240611 468024 6200000000000088880 active 6200000000000099994 frozen transactionPasswordErrors
  黃秀英 Huang Xiuying +12025550109 zh-Hant 120102197306010488 161803 6200000000000111104 closed
  冯兰 Feng Lan +12025550110 zh-Hans 510104198807153620 - 6200000000000122226 frozen customerRequest`
  .trim()
  .split(/\n\s*/);

describe('the demo bank', () => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ customers: [] });
  });
  afterEach(() => bank.close());

  const firstStart = () => importDemoBank({ ...bank, clock: bank.now });
  /** Another process on the same database and keys. */
  async function nextStart() {
    const clock = bank.now;
    const keyRing = KeyRing.open(bank.keysFile, { clock, production: false });
    const store = await openStore(bank.databaseUrl, [bankSchema]);
    try {
      const parts = { ...createBank({ store, keyRing, clock }), store, keyRing, clock };
      const imported = await importDemoBank(parts);
      return {
        imported,
        customers: await store.read((manager) => manager.count(Customers)),
        cards: await store.read((manager) => manager.find(Cards, { order: { lastFour: 'ASC' } })),
      };
    } finally {
      await store.close();
    }
  }

  it('holds the ten customers and eleven cards that it is introduced with', () => {
    const customers = demoCustomers();
    assert.equal(customers.flatMap(({ cards }) => cards).length, 11);
    const told = customers.map(({ name, latinName, phone, language, reserved, cards }) => {
      const { identityDocument, transactionPassword } = reserved;
      const everyCard = cards.flatMap(({ number, status, freezeReasons }) => [
        number,
        status,
        ...freezeReasons,
      ]);
      const own = [
        name,
        latinName,
        phone,
        language,
        identityDocument?.number ?? '-',
        transactionPassword ?? '-',
      ];
      return [...own, ...everyCard].join(' ');
    });
    assert.deepEqual(told, promised);
  });

  it('reserves resident identity cards only', () => {
    const types = demoCustomers().map(({ reserved }) => reserved.identityDocument?.type);
    assert.deepEqual(new Set(types), new Set(['residentIdentityCard', undefined]));
  });

  it('comes with the first start, and with no other', async () => {
    assert.equal(await firstStart(), true);
    const before = await bank.store.read((manager) => manager.find(Cards, { order: { lastFour: 'ASC' } }));
    assert.deepEqual(await nextStart(), { imported: false, customers: 10, cards: before });
    assert.equal(before.length, 11);
  });

  it('comes once where two processes start at the same moment', async () => {
    const imported = await Promise.all([firstStart(), firstStart()]);
    assert.deepEqual(imported.sort(), [false, true]);
    assert.equal(await bank.store.read((manager) => manager.count(Cards)), 11);
  });

  it('leaves a card unfrozen at the second start that was unfrozen after the first', async () => {
    await firstStart();
    const request = await bank.authenticationRequest(zhaoLei.number);
    const answer = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(answer.outcome, 'unfrozen');
    const { cards } = await nextStart();
    assert.equal(cards.find(({ lastFour }) => lastFour === '4446')?.status, 'active');
  });

  it('stays away from a database that has a customer of its own', async () => {
    const [one] = demoCustomers();
    assert.ok(one);
    await importCustomers({ ...bank, clock: bank.now }, [{ ...one, cards: [] }]);
    const { imported, customers, cards } = await nextStart();
    assert.deepEqual({ imported, customers, cards }, { imported: false, customers: 1, cards: [] });
  });
});
