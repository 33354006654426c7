import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorCode } from '../../../kit/errors.ts';
import { HttpBankClient } from '../../../services/bankApi/httpBankClient.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuditTail } from '../../../services/tables/auditEntry.ts';
import { Outbox } from '../../../services/tables/outboxMessage.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { BankService, token } from './bankService.ts';
import { BrokenNetwork, type Fate } from './brokenNetwork.ts';

describe('the client of the bank’s side, over a network that breaks', () => {
  let bank: TestBank;
  let service: BankService;
  let network: BrokenNetwork;
  let url: string;
  let client: HttpBankClient;

  beforeEach(async () => {
    bank = await openTestBank();
    service = await BankService.open(bank);
    network = new BrokenNetwork(service.url);
    url = await network.open();
    client = new HttpBankClient({ url, token, patience: 500 });
  });
  afterEach(async () => {
    await network.close();
    await service.close();
    await bank.close();
  });

  const fates: Fate[][] = [
    ['lostOnTheWay'],
    ['answerLost'],
    ['answerHeld'],
    ['answerLost', 'lostOnTheWay', 'answerHeld', 'answerLost'],
  ];
  for (const meets of fates) {
    it(`unfreezes once and learns of it when the request is ${meets.join(', then ')}`, async () => {
      const request = await bank.authenticationRequest(zhaoLei.number);
      const item = 'transactionPassword';
      const envelope = await seal(zhaoLei.transactionPassword, { authenticationRequest: request, item });
      network.fates.push(...meets);
      const answer = await client.giveAuthenticationInformation({
        authenticationRequest: request.id,
        userTerminal: browser,
        item,
        envelope,
      });
      assert.equal(answer.outcome, 'unfrozen');
      // A busy machine may take longer than the client waits, which then asks once more.
      assert.ok(network.requests > meets.length);
      const done = await bank.store.read(async (manager) => [
        await manager.countBy(AuditTail, { action: 'cardUnfrozen' }),
        await manager.count(Outbox),
      ]);
      assert.deepEqual(done, [1, 1]);
    });
  }

  it('counts a wrong password once, however often its answer is lost', async () => {
    const request = await bank.authenticationRequest(zhaoLei.number);
    const item = 'transactionPassword';
    const envelope = await seal('000000', { authenticationRequest: request, item });
    network.fates.push('answerLost', 'answerHeld');
    const information = { authenticationRequest: request.id, userTerminal: browser, item, envelope } as const;
    const answer = await client.giveAuthenticationInformation(information);
    assert.deepEqual(answer, { outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 });
  });

  it('says that the bank’s side is not there when nothing gets through, and then at once', async () => {
    network.fates.push(...Array<Fate>(100).fill('lostOnTheWay'));
    const query = { card: await bank.card(zhaoLei.number), userTerminal: browser };
    // Two tries a call are over soon; the circuit counts the tries and not the calls.
    const client = new HttpBankClient({ url, token, patience: 500, tries: 2 });
    for (let times = 0; times < 10; times++) {
      await rejectsWith('storeUnavailable', client.queryCardStatus(query));
    }
    const asked = network.requests;
    await rejectsWith('storeUnavailable', client.queryCardStatus(query));
    assert.equal(network.requests, asked, 'the circuit is open');
  });
});

describe('the client of the bank’s side, and who is not the bank', () => {
  async function answering(
    status: number,
    headers: Record<string, string>,
    body: string,
  ): Promise<[HttpBankClient, () => void]> {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status, headers);
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return [new HttpBankClient({ url, token, tries: 2 }), () => void server.close()];
  }
  const json = { 'Content-Type': 'application/json' };
  const cases: [string, number, Record<string, string>, string, ErrorCode][] = [
    ['refuses the token', 403, json, '{"code":"tokenInvalid"}', 'internal'],
    ['answers with something else', 200, json, '{"card":"1","lastFour":"x"}', 'internal'],
    ['makes up a code', 400, json, '{"code":"unfrozen"}', 'internal'],
    ['refuses without a code', 418, json, '[]', 'internal'],
  ];
  for (const [what, status, headers, body, code] of cases) {
    it(`takes no answer of one that ${what}`, async () => {
      const [client, close] = await answering(status, headers, body);
      await rejectsWith(code, client.nameCard('6200000000000011114'));
      close();
    });
  }

  it('never follows to another address', async () => {
    const [client, close] = await answering(307, { Location: 'http://127.0.0.1:1/' }, '');
    await rejectsWith('storeUnavailable', client.nameCard('6200000000000011114'));
    close();
  });
});
