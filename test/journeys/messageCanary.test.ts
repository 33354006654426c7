// Guards a secret: nothing that is kept of messages may hold one.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import twilio from 'twilio';
import { Redactions } from '../../bot/channels/twilio/messages/redactions.ts';
import { TwilioRedactor } from '../../bot/channels/twilio/messages/twilioRedactor.ts';
import { demoCustomers } from '../../demo/demoBank.ts';
import type { TextThread } from '../../demo/textThread.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { MessageService } from '../demo/messageService.ts';
import { delegatedCustomerService } from '../services/delegatedCustomerService.ts';
import { ToStandIn } from '../services/notifications/toStandIn.ts';
import { liNa, wangWei, zhengKai } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';

const wrong = { identityDocument: '440524188001010014', transactionPassword: '864209' };
const inChinese = '一三五七九零';

const secrets = [
  ...demoCustomers().flatMap(({ phone, reserved, cards }) => [
    phone,
    phone.slice(1),
    ...cards.map(({ number }) => number),
    reserved.identityDocument?.number ?? [],
    reserved.transactionPassword ?? [],
  ]),
  ...Object.values(wrong),
  inChinese,
].flat();

onEachDatabase('no secret of a customer who writes', (empty) => {
  let database: EmptyDatabase;
  let service: MessageService;
  let provider: Server;
  const threads: TextThread[] = [];
  const asked: string[] = [];

  before(async () => {
    database = await empty();
    service = await MessageService.open({
      empty: async () => database,
      between: ({ customerService, processor }) => ({
        customerService: {
          ...delegatedCustomerService(customerService),
          nameCard: (number) =>
            number === zhengKai.number ? Promise.reject(new Error('away')) : customerService.nameCard(number),
        },
        processor,
      }),
    });
    provider = createServer(async (request, response) => {
      asked.push(`${request.url} ${JSON.stringify(request.headers)} ${await text(request)}`);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ media_list: [], page: 0, page_size: 50, next_page_uri: null }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    provider.close();
    await service.close();
  });

  /** @returns the ids of the messages */
  async function writes(from: string, ...texts: string[]): Promise<void> {
    const thread = service.thread(from);
    threads.push(thread);
    for (const each of texts) await thread.send(each);
  }

  async function redacts(): Promise<number> {
    const { bank } = service;
    const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const { sid, token } = developmentAccount;
    const client = twilio(sid, token, { httpClient: new ToStandIn(url) });
    const log = pino({ level: 'trace' }, { write: (line: string) => service.logged.push(line) });
    const redactor = new TwilioRedactor({ client });
    return new Redactions({ store: bank.store, clock: bank.now, log, redactor }).redactDue();
  }

  it('is left in the database, the log, an answer or a call to the provider, whatever happened', async () => {
    await writes('+12025550101', 'hi', liNa.number, '1', liNa.identityDocument, liNa.transactionPassword);
    assert.match(JSON.stringify(threads[0]?.shown), /The card ending 1114 is unfrozen/);
    assert.equal(await redacts(), 3);

    // A person is wanted, it was somebody else, and a card is found by its last four digits.
    await writes('+12025550101', 'agent', 'that was not me');
    assert.match(JSON.stringify(threads.at(-1)?.shown), /ending 1114 is frozen again/);
    await writes('+12025550104', 'check my card', '4446');
    assert.match(JSON.stringify(threads.at(-1)?.shown), /ending 4446 is frozen/);

    const { identityDocument, transactionPassword } = wrong;
    await writes(
      'whatsapp:+12025550108',
      ...[`my card ${wangWei.number} is frozen`, 'yes', identityDocument, `${transactionPassword}7`],
      ...[transactionPassword, identityDocument, transactionPassword],
    );
    assert.equal(await redacts(), 6);

    // Astray: where nobody asked for it, after STOP, while the bank's side is away, and in place of ids.
    await writes('+12025550102', `密码是${inChinese}`, 'STOP', wangWei.transactionPassword, 'START');
    await writes('+12025550103', 'hello', `my card is ${zhengKai.number}`);
    assert.match(JSON.stringify(threads.at(-1)?.shown), /went wrong/);
    assert.equal(await redacts(), 3);
    const { From = '', ...parameters } = service.carrier.messageParameters('SM1', '+12025550101', 'x');
    await service.carrier.post(`/twilio/messages?Body=${wangWei.transactionPassword}`, {
      ...parameters,
      From: `${From}${wangWei.identityDocument}`,
    });

    const content = await database.content();
    assert.ok(content.includes('cardStatusQueried') && content.includes('messages_'));
    const places = {
      database: content,
      log: service.logged.join('\n'),
      answers: threads.flatMap(({ documents }) => documents).join('\n'),
      provider: asked.join('\n'),
    };
    assert.equal(asked.length, 24);
    assert.ok(places.log.length > 1000 && places.answers.length > 1000);
    for (const [place, held] of Object.entries(places)) {
      assert.deepEqual(tracesIn(held, secrets), [], place);
    }
  });
});
