import assert from 'node:assert/strict';
import sinon from 'sinon';
import { hours, minutes } from '../../../kit/time.ts';
import type { AuditAction } from '../../../services/audit/audit.ts';
import type { CardFreezing, CardFreezingAnswer } from '../../../services/contract/cardFreezing.ts';
import { RequestedFreezings as Freezings } from '../../../services/disownment/requestedFreezings.ts';
import { NoticeRules } from '../../../services/notifications/noticeRules.ts';
import { OwnMessages } from '../../../services/notifications/ownMessages.ts';
import { FrozenCardRecords } from '../../../services/records/frozenCardRecords.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { RequestedFreezingRows } from '../../../services/tables/requestedFreezing.ts';
import { databases, databasesOf } from '../../databases/databases.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { entriesOf } from '../audit/trailOf.ts';
import { cardSystems, type OpenCardSystem } from '../cardSystem/cardSystems.ts';
import { browser, liNa, wuMin } from '../testBank.ts';

const [embedded, remote] = cardSystems;
assert.ok(embedded && remote);
const bySms = { channel: 'sms', address: 'a-thread' } as const;

// One database is enough, since both do the same with these statements.
for (const { name, open, on } of [embedded, { ...remote, on: ['SQLite'] as const }]) {
  for (const database of databasesOf(import.meta.filename).filter((name) => on.includes(name))) {
    describe(`"freeze my card", with ${name}, on ${database}`, () => {
      let opened: OpenCardSystem;
      beforeEach(async () => {
        opened = await open(databases[database]);
      });
      afterEach(() => opened.close());

      const freeze = (freezing: Partial<CardFreezing> = {}): Promise<CardFreezingAnswer> =>
        opened.bank.customerService.freezeCard({
          userTerminal: bySms,
          phone: wuMin.phone,
          lastFour: '7776',
          ...freezing,
        });
      async function freezesOf(number = wuMin.number) {
        const { cardSystem } = opened.bank;
        return (await cardSystem.find(await cardSystem.referenceOf(number)))?.card.freezes;
      }
      const entries = async (action: AuditAction) =>
        (await entriesOf(opened.bank, action)).map(({ details }) => JSON.parse(details));
      const texts = async () =>
        (await opened.bank.store.read((manager) => manager.findBy(Outbox, { kind: 'cardFrozen' }))).map(
          ({ facts: { lastFour, channel } }) => ({ lastFour, channel }),
        );

      it('freezes an active card from the registered phone, as its customer’s own request, and is audited', async () => {
        const card = { card: await opened.bank.cardSystem.referenceOf(wuMin.number), lastFour: '7776' };
        assert.deepEqual(await freeze(), { outcome: 'frozen', card });
        assert.deepEqual(await freezesOf(), ['customerRequest']);
        const [{ freezing, ...requested }] = await entries('freezingRequested');
        const shownBy = 'registeredPhone';
        assert.deepEqual(requested, { card: card.card, shownBy, ...bySms });
        assert.deepEqual(await entries('cardFrozen'), [
          { freezing, card: card.card, reason: 'customerRequest' },
        ]);
      });

      it('tells the owner by text, once for each freezing', async () => {
        await freeze();
        await freeze();
        await opened.bank.settle();
        assert.deepEqual(await texts(), [{ lastFour: '7776', channel: 'sms' }]);
      });

      it('tells nobody by text who has said STOP, and freezes the card all the same', async () => {
        await opened.bank.optOuts.noteOptOut({ phone: wuMin.phone, stopped: true });
        assert.equal((await freeze()).outcome, 'frozen');
        assert.deepEqual(await texts(), []);
      });

      it('takes the whole number from the registered phone too', async () => {
        const card = await opened.bank.cardSystem.referenceOf(wuMin.number);
        assert.equal((await freeze({ card, lastFour: undefined })).outcome, 'frozen');
      });

      it('freezes nothing for another phone, other digits or a number alone, and says the same of all', async () => {
        const card = await opened.bank.cardSystem.referenceOf(wuMin.number);
        const answers = [
          await freeze({ phone: liNa.phone }),
          await freeze({ lastFour: '1114' }),
          await freeze({ card, phone: undefined }),
          await freeze({ card, phone: liNa.phone }),
          await freeze({ card: await opened.bank.cardSystem.referenceOf(liNa.number) }),
        ];
        assert.deepEqual(
          answers,
          answers.map(() => ({ outcome: 'notFrozen' })),
        );
        assert.deepEqual(
          [await freezesOf(), await freezesOf(liNa.number)],
          [[], ['transactionPasswordErrors']],
        );
        assert.deepEqual(await entries('freezingRequested'), []);
      });

      it('freezes once the document has matched, in the conversation in which it has and lately', async () => {
        const request = await opened.bank.authenticationRequest(liNa.number);
        const asked = { userTerminal: browser, authenticationRequest: request.id } as const;
        const ask = (more: Partial<CardFreezing> = {}) =>
          opened.bank.customerService.freezeCard({ ...asked, ...more });
        assert.equal((await ask()).outcome, 'notFrozen', 'nothing was given yet');
        await opened.bank.give(request, 'identityDocument', liNa.identityDocument);
        const elsewhere = { userTerminal: { ...browser, address: 'another' } };
        assert.equal((await ask(elsewhere)).outcome, 'notFrozen');
        const other = { card: await opened.bank.cardSystem.referenceOf(wuMin.number) };
        assert.equal((await ask(other)).outcome, 'notFrozen', 'a card that it did not match for');
        assert.equal((await ask()).outcome, 'frozen');
        assert.deepEqual(await freezesOf(liNa.number), ['customerRequest', 'transactionPasswordErrors']);
        const state = await opened.bank.processor.unfreezeRequestState(request.id);
        assert.equal(state.state, 'over', 'what would have unfrozen it');
      });

      it('does not take a document that matched half an hour ago, nor one that did not match', async () => {
        const request = await opened.bank.authenticationRequest(liNa.number);
        const ask = () =>
          opened.bank.customerService.freezeCard({
            userTerminal: browser,
            authenticationRequest: request.id,
          });
        await opened.bank.give(request, 'identityDocument', '310101198503120057');
        assert.equal((await ask()).outcome, 'notFrozen');
        const again = await opened.bank.authenticationRequest(liNa.number);
        await opened.bank.give(again, 'identityDocument', liNa.identityDocument);
        opened.bank.passes(30 * minutes);
        const late = { userTerminal: browser, authenticationRequest: again.id };
        assert.equal((await opened.bank.customerService.freezeCard(late)).outcome, 'notFrozen');
      });

      it('is done by whoever settles, where the process has died after it was noted, with one text', async () => {
        const dies = sinon.stub(opened.bank.cardSystem, 'addFreeze').rejects(new Error('killed'));
        assert.equal((await freeze()).outcome, 'freezing');
        assert.deepEqual(await freezesOf(), []);
        assert.equal(await opened.bank.freezings.open(), 1);
        dies.restore();
        await opened.bank.settle();
        await opened.bank.settle();
        assert.deepEqual(await freezesOf(), ['customerRequest']);
        assert.deepEqual([(await entries('cardFrozen')).length, (await texts()).length], [1, 1]);
        assert.equal(await opened.bank.freezings.open(), 0);
      });

      it('counts as a status query does, so that nobody tries all last digits of a phone', async () => {
        for (let tried = 0; tried < 10; tried++) await freeze({ lastFour: `000${tried}` });
        for (let tried = 0; tried < 10; tried++)
          await freeze({ lastFour: `001${tried}`, userTerminal: bySms }).catch(() => {});
        await assert.rejects(freeze(), { code: 'tooManyRequests' });
      });
    });
  }
}

describe('"freeze my card" from a number that is forged', () => {
  let opened: OpenCardSystem;
  beforeEach(async () => {
    opened = await embedded.open(emptySqlite);
  });
  afterEach(() => opened.close());

  const freeze = () =>
    opened.bank.customerService.freezeCard({ userTerminal: bySms, phone: wuMin.phone, lastFour: '7776' });
  const lift = () =>
    opened.bank.store.transaction([], async (manager) => {
      const { embedded: cards, cardSystem } = opened.bank;
      await cards?.liftFreeze(manager, await cardSystem.referenceOf(wuMin.number), 'customerRequest');
    });

  it('freezes a card twice a day at the most, each of which its owner hears of', async () => {
    const outcomes: string[] = [];
    for (let times = 0; times < 4; times++) {
      outcomes.push((await freeze()).outcome);
      await lift();
    }
    assert.deepEqual(outcomes, ['frozen', 'frozen', 'notFrozen', 'notFrozen']);
    const texts = await opened.bank.store.read((manager) => manager.countBy(Outbox, { kind: 'cardFrozen' }));
    assert.equal(texts, 2);
    opened.bank.passes(24 * hours);
    await opened.bank.tend();
    assert.equal(await opened.bank.store.read((manager) => manager.count(RequestedFreezingRows)), 0);
    assert.equal((await freeze()).outcome, 'frozen');
  });

  it('freezes it once, however many ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, freeze));
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      Array(5).fill('frozen'),
    );
    assert.equal((await entriesOf(opened.bank, 'cardFrozen')).length, 1);
  });

  it('freezes by the number alone only where the policy says so', async () => {
    const { bank } = opened;
    const noticeRules = new NoticeRules({ ...bank, ceiling: { allows: async () => true } });
    const records = new FrozenCardRecords(bank.fields, { text: 'PT24H', milliseconds: 24 * hours });
    const parts = {
      ...bank,
      clock: bank.now,
      records,
      noticeRules,
      ownMessages: new OwnMessages(bank.store),
    };
    const freezing = { userTerminal: browser, card: await bank.cardSystem.referenceOf(wuMin.number) };
    assert.equal(await new Freezings({ ...parts, byNumberAlone: false }).meant(freezing), undefined);
    const meant = await new Freezings({ ...parts, byNumberAlone: true }).meant(freezing);
    assert.ok(meant && meant !== 'several');
    assert.equal(meant.shownBy, 'cardNumber');
  });
});
