// Guards money: every card system unfreezes once, and only what is frozen.
import assert from 'node:assert/strict';
import type { EntityManager } from 'typeorm';
import { askTogether } from '../../../kit/store/askTogether.ts';
import type { FoundCard, UnfreezeOutcome } from '../../../services/cardSystem/cardSystem.ts';
import { identityDocumentIndex } from '../../../services/cardSystem/reservedPlaces.ts';
import type { AuthenticationAnswer } from '../../../services/contract/authenticationInformation.ts';
import { locks } from '../../../services/tables/locks.ts';
import type { Unfreezing } from '../../../services/tables/unfreezing.ts';
import { databases, databasesOf } from '../../databases/databases.ts';
import { huangXiuying, liNa, unknownNumber, wuMin, zhaoLei, zhengKai } from '../testBank.ts';
import { cardSystems, type OpenCardSystem } from './cardSystems.ts';

const unfrozen: AuthenticationAnswer = { outcome: 'unfrozen', at: '2026-11-24T08:00:00.000Z' };
const over: AuthenticationAnswer = { outcome: 'over' };

for (const { name, open, on } of cardSystems) {
  for (const database of databasesOf(import.meta.filename).filter((name) => on.includes(name))) {
    describe(`${name}, on ${database}`, () => {
      let opened: OpenCardSystem;
      let nextId = 0;
      const concluded: UnfreezeOutcome[] = [];
      const recorded: AuthenticationAnswer[] = [];
      beforeEach(async () => {
        concluded.length = 0;
        recorded.length = 0;
        opened = await open(databases[database]);
      });
      afterEach(() => opened.close());

      const cards = () => opened.bank.cardSystem;
      async function found(number: string): Promise<FoundCard> {
        const card = await cards().find(await cards().referenceOf(number));
        assert.ok(card);
        return card;
      }
      function unfreezing({ card, reserved }: FoundCard): Unfreezing {
        nextId += 1;
        return {
          id: `unfreezing-${nextId}`,
          authenticationRequest: 'request',
          envelopeId: `envelope-${nextId}`,
          card: card.reference,
          lastFour: card.lastFour,
          cardVersion: card.version,
          freezes: card.freezes,
          customerId: card.customerId,
          language: reserved.language,
          reservedVersion: reserved.version,
          channel: 'webChat',
        };
      }
      const steps = () => ({
        async concludes(_manager: EntityManager, _unfreezing: Unfreezing, outcome: UnfreezeOutcome) {
          // A card system may have read the customer with it.
          concluded.push(outcome.outcome === 'unfrozen' ? { outcome: 'unfrozen' } : outcome);
          return outcome.outcome === 'unfrozen' ? unfrozen : over;
        },
        record: Object.assign(
          async (_manager: EntityManager, answer: AuthenticationAnswer) => {
            recorded.push(answer);
          },
          { key: 'the key of who asks' },
        ),
      });
      async function checks(number: string, password: string, id: string): Promise<boolean> {
        const { card, reserved } = await found(number);
        const { customerId, passwordVerifier } = reserved;
        assert.ok(passwordVerifier);
        const check = { id, card: card.reference, customerId, passwordVerifier, password };
        const { matched, counts } = await cards().checkPassword(check);
        if (counts)
          await opened.bank.store.transaction([locks.card(card.reference)], async (manager) => {
            const [write] = await askTogether(manager, [counts(manager)]);
            await write(manager);
          });
        return matched;
      }
      /** Unfreezes as the processor does: in its transaction, and after it where the cards are elsewhere. */
      async function unfreezes(one: Unfreezing, fails?: Error): Promise<AuthenticationAnswer> {
        await cards().settleCard(one.card, steps().concludes);
        const answer = await opened.bank.store.transaction([locks.card(one.card)], async (manager) => {
          const done = await cards().unfreezeIn(manager, one, steps());
          if (fails) throw fails;
          return done;
        });
        return answer ?? cards().settle(one, steps());
      }

      it('gives a number one reference, which says nothing, whether there is such a card or not', async () => {
        for (const number of [liNa.number, unknownNumber]) {
          const reference = await cards().referenceOf(number);
          assert.equal(reference, await cards().referenceOf(number));
          assert.match(reference, /^card_[\w-]{22}$/);
          assert.doesNotMatch(reference, new RegExp(number.slice(-6)));
        }
        assert.notEqual(await cards().referenceOf(liNa.number), await cards().referenceOf(wuMin.number));
      });

      it('finds a frozen card with every freeze, an active one, a closed one, and none', async () => {
        const { card, reserved } = await found(liNa.number);
        const { status, freezes, lastFour, version, customerId } = card;
        assert.deepEqual(
          { status, freezes, lastFour, version },
          { status: 'frozen', freezes: ['transactionPasswordErrors'], lastFour: '1114', version: 1 },
        );
        assert.equal(reserved.customerId, customerId);
        assert.equal((await found(wuMin.number)).card.status, 'active');
        assert.equal((await found(huangXiuying.number)).card.status, 'closed');
        assert.equal(await cards().find(await cards().referenceOf(unknownNumber)), undefined);
        assert.equal(await cards().find(`card_${'A'.repeat(22)}`), undefined);
      });

      it('finds the frozen cards of a registered phone by their last four digits, and no other', async () => {
        const references = (...numbers: string[]) =>
          Promise.all(numbers.map((number) => cards().referenceOf(number)));
        assert.deepEqual(await cards().search(liNa.phone, '1114'), await references(liNa.number));
        // Of another phone; active; closed; of nobody.
        for (const [phone, lastFour] of [
          ['+12025550102', '1114'],
          [zhengKai.phone, '8880'],
          ['+12025550109', '1104'],
          ['+12025550199', '1114'],
        ] as const) {
          assert.deepEqual(await cards().search(phone, lastFour), [], `${phone} ${lastFour}`);
        }
        assert.deepEqual(await cards().search(zhengKai.phone, '9994'), await references(zhengKai.number));
      });

      it('hands over what is reserved: an index of the document, no password', async () => {
        const { reserved } = await found(liNa.number);
        const { fields } = opened.bank;
        assert.equal(reserved.identityDocumentIndex, identityDocumentIndex(fields, liNa.identityDocument));
        assert.doesNotMatch(JSON.stringify(reserved), new RegExp(liNa.transactionPassword));
        assert.equal((await found(zhaoLei.number)).reserved.identityDocumentIndex, null);
      });

      it('tells the right transaction password, and counts only wrong ones, each once', async () => {
        assert.equal(await checks(zhaoLei.number, zhaoLei.transactionPassword, 'right'), true);
        assert.equal(await opened.passwordErrors(zhaoLei.number), 0);
        for (const id of ['wrong', 'wrong', 'another']) {
          assert.equal(await checks(zhaoLei.number, '000000', id), false);
        }
        assert.equal(await opened.passwordErrors(zhaoLei.number), 2);
        assert.equal(await checks(zhaoLei.number, zhaoLei.transactionPassword, 'right again'), true);
        assert.equal(await opened.passwordErrors(zhaoLei.number), 2);
      });

      it('freezes a card for its third wrong password, with a new version', async () => {
        for (const id of ['one', 'two', 'three']) await checks(zhaoLei.number, '000000', id);
        const { freezes, version } = (await found(zhaoLei.number)).card;
        assert.deepEqual(freezes, ['abnormalTransaction', 'transactionPasswordErrors']);
        assert.equal(version, 2);
      });

      it('lifts every freeze and concludes, with the answer recorded', async () => {
        await opened.freeze(zhaoLei.number, 'customerRequest');
        await checks(zhaoLei.number, '000000', 'wrong');
        const answer = await unfreezes(unfreezing(await found(zhaoLei.number)));
        assert.deepEqual(answer, unfrozen);
        assert.deepEqual(concluded, [{ outcome: 'unfrozen' }]);
        assert.deepEqual(recorded, [unfrozen]);
        const { status, freezes, version } = (await found(zhaoLei.number)).card;
        assert.deepEqual({ status, freezes, version }, { status: 'active', freezes: [], version: 3 });
        assert.equal(await opened.passwordErrors(zhaoLei.number), 0);
      });

      it('leaves a freeze standing that was added since the card was found', async () => {
        const before = unfreezing(await found(zhaoLei.number));
        await opened.freeze(zhaoLei.number, 'judicialOrder');
        assert.deepEqual(await unfreezes(before), over);
        const now = await found(zhaoLei.number);
        assert.deepEqual(now.card.freezes, ['abnormalTransaction', 'judicialOrder']);
        const [outcome] = concluded;
        assert.ok(outcome?.outcome === 'notUnfrozen');
        assert.deepEqual(outcome.now?.card, now.card);
        assert.deepEqual(recorded, [over]);
      });

      it('leaves a card frozen whose customer has reserved something else since', async () => {
        const before = unfreezing(await found(zhaoLei.number));
        await opened.changeReserved(zhaoLei.number);
        assert.deepEqual(await unfreezes(before), over);
        assert.equal((await found(zhaoLei.number)).card.status, 'frozen');
      });

      it('unfreezes once, also when it is asked twice at the same moment', async () => {
        const card = await found(zhaoLei.number);
        const both = [1, 2].map(() => unfreezes(unfreezing(card)));
        const settled = await Promise.allSettled(both);
        const answers = settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value.outcome);
        assert.equal(answers.filter((outcome) => outcome === 'unfrozen').length, 1);
        assert.equal(concluded.filter(({ outcome }) => outcome === 'unfrozen').length, 1);
        assert.equal((await found(zhaoLei.number)).card.version, 2);
      });

      it('changes nothing where its transaction fails', async () => {
        const card = await found(zhaoLei.number);
        await assert.rejects(unfreezes(unfreezing(card), new Error('on purpose')), /on purpose/);
        concluded.length = 0;
        assert.deepEqual((await found(zhaoLei.number)).card, card.card);
        assert.deepEqual(await unfreezes(unfreezing(card)), unfrozen);
        assert.deepEqual(concluded, [{ outcome: 'unfrozen' }]);
      });

      it('has nothing to settle when everything was concluded', async () => {
        await unfreezes(unfreezing(await found(zhaoLei.number)));
        await cards().settleAll(steps().concludes);
        assert.equal(concluded.length, 1);
      });

      it('adds a freeze, once for each id, whatever the card is frozen for already, and says that it is done', async () => {
        let done = 0;
        const concludes = async () => {
          done += 1;
        };
        const reason = 'suspectedFraud' as const;
        const adds = async (number: string, id: string) =>
          cards().addFreeze({ id, card: await cards().referenceOf(number), reason }, concludes);
        await adds(wuMin.number, 'one');
        const { status, freezes, version } = (await found(wuMin.number)).card;
        assert.deepEqual([status, freezes, version], ['frozen', [reason], 2]);
        await adds(wuMin.number, 'one');
        await adds(wuMin.number, 'another');
        assert.equal((await found(wuMin.number)).card.version, 2);
        await adds(zhaoLei.number, 'two');
        assert.deepEqual((await found(zhaoLei.number)).card.freezes, ['abnormalTransaction', reason]);
        await adds(huangXiuying.number, 'three');
        assert.equal((await found(huangXiuying.number)).card.status, 'closed');
        assert.equal(done, 5);
      });

      it('is ready', () => cards().ready());
    });
  }
}
