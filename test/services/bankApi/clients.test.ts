import assert from 'node:assert/strict';
import { later, minutes, seconds } from '../../../kit/time.ts';
import type { CustomerServiceClient } from '../../../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../../../services/contract/processorClient.ts';
import type { ReceiptsClient } from '../../../services/contract/receiptsClient.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuditTail } from '../../../services/tables/auditEntry.ts';
import { AuthenticationRequests } from '../../../services/tables/authenticationRequest.ts';
import { FailedAttempts } from '../../../services/tables/failedAttempt.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { databases, databasesOf } from '../../databases/databases.ts';
import { anOperator } from '../anOperator.ts';
import { trailOf } from '../audit/trailOf.ts';
import { rejectsWith } from '../rejectsWith.ts';
import {
  browser,
  liNa,
  openTestBank,
  sunLi,
  type TestBank,
  unknownNumber,
  wuMin,
  zhaoLei,
} from '../testBank.ts';
import { BankService } from './bankService.ts';

type Clients = CustomerServiceClient & ProcessorClient & ReceiptsClient;
type Opened = { clients: Clients; close(): Promise<void> };

/** Two ways to the bank's side: whoever holds a client cannot tell them apart. */
const ways: Record<string, (bank: TestBank) => Promise<Opened>> = {
  async 'in process'({ customerService, processor, receipts }) {
    const clients: Clients = {
      nameCard: (number) => customerService.nameCard(number),
      queryCardStatus: (query) => customerService.queryCardStatus(query),
      searchCard: (search) => customerService.searchCard(search),
      freezeCard: (freezing) => customerService.freezeCard(freezing),
      disown: (disownment) => customerService.disown(disownment),
      answerableReceipt: (telephone) => customerService.answerableReceipt(telephone),
      noteCaseMove: (move) => customerService.noteCaseMove(move),
      noteOperatorAct: (act) => customerService.noteOperatorAct(act),
      noteHandoff: (handoff) => customerService.noteHandoff(handoff),
      reportReceipt: (report) => receipts.reportReceipt(report),
      unreachedReceipts: (query) => receipts.unreachedReceipts(query),
      noteReceiptCase: (opened) => receipts.noteReceiptCase(opened),
      requestUnfreezing: (request) => processor.requestUnfreezing(request),
      giveAuthenticationInformation: (information) => processor.giveAuthenticationInformation(information),
      startUnfreezing: (start) => processor.startUnfreezing(start),
      unfreezeRequestState: (id) => processor.unfreezeRequestState(id),
    };
    return { clients, close: async () => {} };
  },
  async 'over HTTP'(bank) {
    const service = await BankService.open(bank);
    return { clients: service.client(), close: () => service.close() };
  },
};

for (const [way, open] of Object.entries(ways)) {
  for (const name of databasesOf(import.meta.filename)) {
    describe(`the clients of the bank's side, ${way}, on ${name}`, () => {
      let bank: TestBank;
      let opened: Opened;
      let clients: Clients;
      beforeEach(async () => {
        bank = await openTestBank({ empty: databases[name] });
        opened = await open(bank);
        clients = opened.clients;
      });
      afterEach(async () => {
        await opened.close();
        await bank.close();
      });

      const query = async (number: string) => {
        const { card } = await clients.nameCard(number);
        return { card, userTerminal: browser };
      };
      async function requested(number: string) {
        const of = await query(number);
        await clients.queryCardStatus(of);
        const answer = await clients.requestUnfreezing(of);
        assert.ok(answer.outcome === 'authenticationRequested');
        return answer.authenticationRequest;
      }
      async function given(
        request: Awaited<ReturnType<typeof requested>>,
        item: 'identityDocument' | 'transactionPassword',
        value: string,
        userTerminal = browser,
      ) {
        const envelope = await seal(value, { authenticationRequest: request, item });
        return clients.giveAuthenticationInformation({
          authenticationRequest: request.id,
          userTerminal,
          item,
          envelope,
        });
      }

      it('name a card by its reference, known or not, however it was typed', async () => {
        const named = await clients.nameCard('6200 0000 0000 0011 114');
        assert.deepEqual(named, await clients.nameCard(liNa.number));
        assert.equal(named.lastFour, '1114');
        assert.match((await clients.nameCard(unknownNumber)).card, /^card_/);
      });

      it('answer a query with instructions, with staff, or with no frozen card', async () => {
        assert.deepEqual(await clients.queryCardStatus(await query(liNa.number)), {
          status: 'frozen',
          instructions: {
            remote: true,
            reasons: [],
            demands: ['identityDocument', 'transactionPassword'],
          },
        });
        assert.deepEqual(await clients.queryCardStatus(await query(sunLi.number)), {
          status: 'frozen',
          instructions: { remote: false, help: 'branch' },
        });
        for (const number of [wuMin.number, unknownNumber]) {
          assert.deepEqual(await clients.queryCardStatus(await query(number)), { status: 'noFrozenCard' });
        }
      });

      it('unfreeze with both items, after a wrong try that says what is left', async () => {
        const request = await requested(liNa.number);
        const taken = await given(request, 'identityDocument', liNa.identityDocument);
        assert.deepEqual(taken, { outcome: 'itemTaken', remaining: ['transactionPassword'] });
        const refused = await given(request, 'transactionPassword', '000000');
        assert.deepEqual(refused, { outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 });
        const second = { ...request, attempt: 2 };
        await given(second, 'identityDocument', liNa.identityDocument);
        const unfrozen = await given(second, 'transactionPassword', liNa.transactionPassword);
        assert.deepEqual(unfrozen, {
          outcome: 'unfrozen',
          at: bank.now().toISOString(),
          reasons: ['transactionPasswordErrors'],
        });
      });

      it('have a link sent, and say when that were too many', async () => {
        const of = await query(zhaoLei.number);
        await clients.queryCardStatus(of);
        const ask = () => clients.requestUnfreezing({ ...of, through: 'secureLink' });
        const answer = await ask();
        assert.ok(answer.outcome === 'secureLinkSent');
        assert.deepEqual(Object.keys(answer), ['outcome', 'id', 'expiresAt']);
        assert.equal((await clients.unfreezeRequestState(answer.id)).state, 'open');
        const { id, expiresAt } = answer;
        assert.deepEqual(await ask(), { outcome: 'secureLinkOnItsWay', id, expiresAt });
        for (let times = 1; times < 3; times++) {
          bank.passes(10 * minutes);
          assert.equal((await ask()).outcome, 'secureLinkSent');
        }
        bank.passes(10 * minutes);
        const notBefore = later(bank.now(), 30 * minutes).toISOString();
        assert.deepEqual(await ask(), { outcome: 'noSecureLink', notBefore });
      });

      it('end what a case had elsewhere with the request that it gets here', async () => {
        const begun = await requested(zhaoLei.number);
        const { card } = await query(zhaoLei.number);
        const userTerminal = { channel: 'sms', address: 'elsewhere' } as const;
        const answer = await clients.requestUnfreezing({ card, userTerminal, supersedes: begun.id });
        assert.equal(answer.outcome, 'authenticationRequested');
        assert.equal((await clients.unfreezeRequestState(begun.id)).state, 'over');
      });

      it('tell how it stands with a request, to whoever knows its id', async () => {
        const { id, sealingKey } = await requested(zhaoLei.number);
        const attempt = { attempt: 1, attemptsLeft: 3, remaining: ['transactionPassword'], sealingKey };
        assert.deepEqual(await clients.unfreezeRequestState(id), { id, state: 'open', attempt });
        const unknown = '00000000-0000-4000-8000-000000000000';
        await rejectsWith('authenticationRequestUnknown', clients.unfreezeRequestState(unknown));
      });

      it('refuse with the same codes', async () => {
        await rejectsWith('messageInvalid', clients.nameCard('6200000000000011115'));
        await rejectsWith('messageInvalid', clients.nameCard(''));
        await rejectsWith(
          'messageInvalid',
          clients.queryCardStatus({ card: 'card_x', userTerminal: browser }),
        );
        const request = await requested(zhaoLei.number);
        const other = { ...browser, address: 'another' };
        const give = (as = request, userTerminal = browser) =>
          given(as, 'transactionPassword', zhaoLei.transactionPassword, userTerminal);
        await rejectsWith('authenticationRequestUnknown', give(request, other));
        await rejectsWith('envelopeExpired', give({ ...request, attempt: 2 }));
        await rejectsWith('envelopeForeign', given(request, 'identityDocument', liNa.identityDocument));
        const envelope = await seal('1', { authenticationRequest: request, item: 'transactionPassword' });
        const information = {
          authenticationRequest: request.id,
          userTerminal: browser,
          item: 'transactionPassword',
          envelope,
        } as const;
        await clients.giveAuthenticationInformation(information);
        await rejectsWith('envelopeReused', clients.giveAuthenticationInformation(information));
      });

      it('take the network address with the user terminal, for the limits alone', async () => {
        const userTerminal = { ...browser, network: '198.51.100.66' };
        const of = { card: await bank.card(zhaoLei.number), userTerminal };
        await clients.queryCardStatus(of);
        const answer = await clients.requestUnfreezing(of);
        assert.ok(answer.outcome === 'authenticationRequested');
        const { authenticationRequest } = answer;
        await given(authenticationRequest, 'transactionPassword', '000000', userTerminal);
        const kept = await bank.store.read(async (manager) => ({
          failures: await manager.find(FailedAttempts),
          trail: await manager.find(AuditTail),
          requests: await manager.find(AuthenticationRequests),
        }));
        assert.match(kept.failures[0]?.network ?? '', /^[\w-]{43}$/);
        assert.doesNotMatch(JSON.stringify(kept), /198\.51/);
        await rejectsWith(
          'messageInvalid',
          clients.queryCardStatus({ ...of, userTerminal: { ...browser, network: 'x'.repeat(65) } }),
        );
      });

      it('answer an item that came too soon with when to give it again', async () => {
        for (const address of ['one', 'two']) {
          const userTerminal = { ...browser, address };
          const request = await bank.authenticationRequest(zhaoLei.number, userTerminal);
          await given(request, 'transactionPassword', '000000', userTerminal);
        }
        const request = await requested(zhaoLei.number);
        const answer = await given(request, 'transactionPassword', zhaoLei.transactionPassword);
        assert.deepEqual(answer, {
          outcome: 'tooSoon',
          notBefore: later(bank.now(), 3 * seconds).toISOString(),
        });
      });

      it('find a frozen card by the registered phone and its last four digits, and name no other', async () => {
        const search = (phone: string, lastFour: string, channel: 'voice' | 'sms' = 'voice') =>
          clients.searchCard({ userTerminal: { channel, address: phone }, phone, lastFour });
        assert.deepEqual(await search(liNa.phone, '1114'), {
          status: 'frozen',
          card: await bank.card(liNa.number),
          instructions: {
            remote: true,
            reasons: [],
            demands: ['identityDocument', 'transactionPassword'],
          },
        });
        const request = { card: await bank.card(liNa.number), userTerminal: browser };
        assert.equal((await clients.requestUnfreezing(request)).outcome, 'authenticationRequested');
        assert.deepEqual(await search(liNa.phone, '2228'), { status: 'noFrozenCard' });
        const fromTheWeb = { userTerminal: browser, phone: liNa.phone, lastFour: '1114' };
        // @ts-expect-error a message from outside can be anything
        await rejectsWith('messageInvalid', clients.searchCard(fromTheWeb));
      });

      it('freeze a card from the registered phone with its last four digits, and tell nobody else whether there is one', async () => {
        const { phone } = wuMin;
        const from = { userTerminal: { channel: 'sms', address: phone } as const, phone };
        const card = { card: await bank.card(wuMin.number), lastFour: '7776' };
        for (const other of [
          { ...from, lastFour: '7777' },
          { ...from, phone: liNa.phone, lastFour: '7776' },
          { userTerminal: browser, card: card.card },
        ])
          assert.deepEqual(await clients.freezeCard(other), { outcome: 'notFrozen' });
        const freezing = { ...from, lastFour: '7776' };
        assert.deepEqual(await clients.freezeCard(freezing), { outcome: 'frozen', card });
        assert.deepEqual(await clients.freezeCard(freezing), { outcome: 'frozen', card });
        await rejectsWith('messageInvalid', clients.freezeCard({ userTerminal: browser, lastFour: '7776' }));
      });

      it('freeze again what its customer disowns, once', async () => {
        const phone = zhaoLei.phone;
        const disownment = { userTerminal: { channel: 'sms', address: phone } as const, phone };
        assert.deepEqual(await clients.disown(disownment), { outcome: 'nothingUnfrozen' });
        const request = await requested(zhaoLei.number);
        await given(request, 'transactionPassword', zhaoLei.transactionPassword);
        const cards = [{ card: await bank.card(zhaoLei.number), lastFour: '4446' }];
        assert.deepEqual(await clients.disown(disownment), { outcome: 'frozenAgain', cards });
        const disownedAt = bank.now().toISOString();
        assert.deepEqual(await clients.disown(disownment), { outcome: 'already', cards, disownedAt });
        assert.deepEqual(await clients.answerableReceipt(disownment), { unfrozenAt: null, disownedAt });
        assert.deepEqual(await clients.queryCardStatus(await query(zhaoLei.number)), {
          status: 'frozen',
          instructions: { remote: false, help: 'agent' },
        });
      });

      it('note a handoff in the audit trail, with or without a card', async () => {
        const reason = 'freezeOrReport';
        for (const card of [null, await bank.card(liNa.number)]) {
          const handoff = { userTerminal: browser, card, caseId: 'K-4821', reason } as const;
          assert.deepEqual(await clients.noteHandoff(handoff), { noted: true });
          const trail = await trailOf(bank);
          const { action, details = '' } = trail.at(-1) ?? {};
          assert.equal(action, 'handedOver');
          assert.deepEqual(JSON.parse(details), { case: 'K-4821', card, reason, ...browser });
        }
        const other = { userTerminal: browser, card: null, caseId: '4821', reason } as const;
        await rejectsWith('messageInvalid', clients.noteHandoff(other));
      });

      it('put the move of a case into the audit trail', async () => {
        const card = await bank.card(liNa.number);
        const move = { userTerminal: browser, card, from: 'sms' } as const;
        assert.deepEqual(await clients.noteCaseMove(move), { noted: true });
        const trail = await trailOf(bank);
        const { action, details = '' } = trail.at(-1) ?? {};
        assert.equal(action, 'caseMoved');
        assert.deepEqual(JSON.parse(details), { card, from: 'sms', ...browser });
      });

      it('put what an operator did on the bot’s database into the audit trail, with who did it', async () => {
        const act = { did: 'casesRead', cases: 7, at: bank.now().toISOString(), ...anOperator } as const;
        assert.deepEqual(await clients.noteOperatorAct(act), { noted: true });
        const { action, details = '' } = (await trailOf(bank)).at(-1) ?? {};
        const { did, ...rest } = act;
        assert.deepEqual([action, JSON.parse(details)], [did, rest]);
        const nobody = { ...act, who: '' };
        await rejectsWith('messageInvalid', clients.noteOperatorAct(nobody));
      });

      it('take what a carrier says of receipts, and give those that nobody got to one who asks', async () => {
        const request = await bank.authenticationRequest(zhaoLei.number);
        await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
        const [{ id: receipt } = assert.fail()] = await bank.store.read((manager) => manager.find(Outbox));
        const unknown = { receipt: '00000000-0000-4000-8000-000000000000', arrived: false };
        assert.deepEqual(await clients.reportReceipt(unknown), { noted: false });
        assert.deepEqual(await clients.reportReceipt({ receipt, arrived: false }), { noted: true });
        assert.deepEqual(
          await clients.unreachedReceipts({ most: 20 }),
          { receipts: [] },
          'another way is tried first',
        );
        const unreachedAt = bank.now().toISOString();
        await bank.store.transaction([], (manager) =>
          manager.update(Outbox, { id: receipt }, { unreachedAt, arriveBy: unreachedAt }),
        );
        const unreached = {
          receipt,
          lastFour: '4446',
          channel: 'webChat',
          language: 'en',
          unfrozenAt: bank.now().toISOString(),
          why: 'unreached',
        };
        assert.deepEqual(await clients.unreachedReceipts({ most: 20 }), { receipts: [unreached] });
        assert.deepEqual(await clients.unreachedReceipts({ most: 20 }), { receipts: [] });
        bank.passes(5 * minutes);
        assert.deepEqual(
          await clients.unreachedReceipts({ most: 20 }),
          { receipts: [unreached] },
          'whoever had it died',
        );
        for (const caseId of ['K-4821', 'K-4822'])
          assert.deepEqual(await clients.noteReceiptCase({ receipt, caseId }), { noted: true });
        bank.passes(5 * minutes);
        assert.deepEqual(await clients.unreachedReceipts({ most: 20 }), { receipts: [] });
        const opened = (await trailOf(bank)).filter(({ action }) => action === 'receiptCaseOpened');
        assert.deepEqual(
          opened.map(({ details }) => JSON.parse(details)),
          [{ message: receipt, case: 'K-4821' }],
        );
        const noId = { receipt: 'A', arrived: true };
        await rejectsWith('messageInvalid', clients.reportReceipt(noId));
      });

      it('stop one user terminal that asks about card after card', async () => {
        const of = await query(wuMin.number);
        for (let count = 0; count < 20; count++) await clients.queryCardStatus(of);
        await rejectsWith('tooManyRequests', clients.queryCardStatus(of));
      });
    });
  }
}
