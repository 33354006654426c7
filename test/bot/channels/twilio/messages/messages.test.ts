import assert from 'node:assert/strict';
import { MessageRedactionRows } from '../../../../../bot/channels/twilio/messages/messageTables.ts';
import { leaseLasts } from '../../../../../bot/turn/leasedTurns.ts';
import { deliveryKey } from '../../../../../bot/turn/turnRows.ts';
import { ConversationRows, DeliveryRows } from '../../../../../bot/turn/turnTables.ts';
import type { TextThread } from '../../../../../demo/textThread.ts';
import { later, minutes, seconds } from '../../../../../kit/time.ts';
import { Outbox } from '../../../../../services/tables/outboxMessage.ts';
import { MessageService } from '../../../../demo/messageService.ts';
import { delegatedCustomerService } from '../../../../services/delegatedCustomerService.ts';
import { liNa, type TestBank, zhaoLei } from '../../../../services/testBank.ts';

let number = 100;
const anybody = () => `+12025551${number++}`;
const sid = (kind: string, digit: string) => `${kind}${digit.repeat(32)}`;

/** A gate before the bank's side: what goes through it waits until it is opened. */
class Gate {
  #open: () => void = () => {};
  #passing: Promise<void> = Promise.resolve();
  readonly waiting: string[] = [];

  close(): void {
    this.#passing = new Promise((resolve) => {
      this.#open = resolve;
    });
  }
  open(): void {
    this.#open();
  }
  between({ customerService, processor }: TestBank) {
    return {
      processor,
      customerService: {
        ...delegatedCustomerService(customerService),
        queryCardStatus: async (query: Parameters<typeof customerService.queryCardStatus>[0]) => {
          this.waiting.push(query.userTerminal.channel);
          await this.#passing;
          return customerService.queryCardStatus(query);
        },
      },
    };
  }
}

describe('messages by SMS and WhatsApp', () => {
  const gate = new Gate();
  let service: MessageService;
  let thread: TextThread;
  before(async () => {
    service = await MessageService.open({
      agentPhone: '+1 202 555 0100',
      patience: 300,
      between: (bank) => gate.between(bank),
    });
  });
  beforeEach(() => {
    thread = service.thread(anybody());
  });
  afterEach(() => assert.deepEqual(thread.problems, []));
  after(() => service.close());

  const redacted = () => service.bank.store.read((manager) => manager.find(MessageRedactionRows));
  const last = () => thread.shown.at(-1)?.text ?? '';

  it('unfreeze a card, choice by number, secrets step by step, and have each that held one blanked', async () => {
    const before = (await redacted()).length;
    await thread.send('my card does not work');
    assert.match(last(), /\nOr reply with:\n1 Why do you ask\?\n2 Cancel$/);
    await thread.send(liNa.number);
    assert.match(thread.shown.map(({ text }) => text).join('\n'), /ending 1114/);
    assert.match(last(), /Reply with a number:\n1 Yes, unfreeze it\n2 No, not now$/);
    await thread.send('１.');
    assert.match(last(), /identity document.*\nYour reply stays on your phone: please delete it/);
    await thread.send(liNa.identityDocument);
    assert.match(last(), /^Your last message is being blanked at our provider.*\n.*transaction password/);
    await thread.send(liNa.transactionPassword);
    assert.match(thread.shown.map(({ text }) => text).join('\n'), /The card ending 1114 is unfrozen/);
    assert.equal((await redacted()).length - before, 3);
    const [receipt] = await service.bank.store.read((manager) => manager.find(Outbox));
    assert.equal(receipt?.facts.channel, 'sms');
    // The count that docs/channels.md promises.
    assert.match(await service.registry.metrics(), /thawline_sms_segments_total 12\n/);
  });

  it('are the same in WhatsApp, in the language of the number until another is written', async () => {
    thread = service.thread('whatsapp:+886912345678');
    await thread.send('🙂');
    assert.match(last(), /請回覆數字：\n1 查詢卡片狀態/);
    await thread.send('', { ButtonText: '查詢卡片狀態', ButtonPayload: '1' });
    assert.match(last(), /卡號/);
    await thread.send('请问卡号在哪里看？我们想问问');
    assert.match(last(), /也可以回复：/);
  });

  it('take a number for the choice that was offered, and no other for one', async () => {
    await thread.send('hello');
    await thread.send('7');
    assert.match(last(), /did not understand/);
    await thread.send('4 Talk to a person');
    assert.match(last(), /case|staff|person/i);
    await thread.send('hello');
    await thread.send('一');
    assert.match(last(), /card number/);
    await thread.send('12345');
    assert.match(last(), /5/);
    await thread.send('2');
    assert.match(last(), /nothing about your card|stopped/i);
  });

  it('keep what was offered for a telephone, whatever another one was offered', async () => {
    const other = service.thread(anybody());
    await thread.send('hello');
    await other.send('check my card');
    await thread.send('2');
    assert.match(last(), /card number/);
    await other.send('2');
    assert.match(other.shown.at(-1)?.text ?? '', /stopped|nothing/i);
  });

  it('are at most 320 characters each, and never cut a choice', async () => {
    for (const text of [
      'help',
      liNa.number,
      'help',
      '2',
      'my number is A123456789',
      'agent',
      'what?',
      'hm',
    ]) {
      await thread.send(text);
    }
    const lengths = thread.shown.filter(({ from }) => from === 'bank').map(({ text }) => text.length);
    assert.ok(Math.max(...lengths) <= 320, String(lengths));
    for (const { text } of thread.shown) assert.doesNotMatch(text, /[“”’]/);
  });

  it('have one effect and one answer however often a message is delivered, at once or later', async () => {
    await thread.send('hello');
    const MessageSid = sid('SM', 'a');
    const [first, second] = await Promise.all([
      service.carrier.text(thread.from, '7', { MessageSid }),
      service.carrier.text(thread.from, '7', { MessageSid }),
    ]);
    await thread.send('check my card');
    const third = await service.carrier.text(thread.from, '7', { MessageSid });
    assert.match(first.replies.join(), /did not understand/);
    assert.deepEqual(second.replies, first.replies);
    assert.deepEqual(third.replies, first.replies);
  });

  it('of one customer at the same moment are handled one after the other', async () => {
    const answers = await Promise.all(['check my card', '1', '2'].map((text) => thread.send(text)));
    assert.match(String(answers[0]), /card number/);
    assert.match(String(answers[1]), /need the number|to find|only/i);
    assert.match(String(answers[2]), /stopped|nothing/i);
  });

  it('are answered within the carrier’s time: it is told to ask again, and gets the true answer then', async () => {
    gate.close();
    gate.waiting.length = 0;
    const sent = thread.send(zhaoLei.number);
    await until(() => gate.waiting.length > 0);
    setTimeout(() => gate.open(), 700);
    assert.match(String(await sent), /ending 4446/);
    assert.ok(thread.documents.filter((document) => document.includes('<Redirect')).length >= 2);
    assert.deepEqual(gate.waiting, ['sms']);
  });

  it('have the customer hear that something is wrong where it takes too long, and the answer with the next one', async () => {
    gate.close();
    const documents = thread.documents.length;
    assert.match(String(await thread.send(zhaoLei.number)), /went wrong/);
    const asked = thread.documents.slice(documents).map((document) => /waited=\d/.exec(document)?.[0]);
    assert.deepEqual(asked, ['waited=1', 'waited=2', 'waited=3', 'waited=4', 'waited=5', undefined]);
    gate.open();
    assert.match(String(await thread.send('hello')), /ending 4446/);
  });

  /** A message whose process has died in its turn. */
  async function lost(MessageSid: string): Promise<void> {
    const id = deliveryKey('thawline-sms', MessageSid);
    const arrivedAt = service.bank.now().toISOString();
    const kept = JSON.stringify({ heard: { content: { what: 'words', text: '••••' } } });
    await service.bank.store.transaction([], (manager) =>
      manager.insert(DeliveryRows, { id, conversation: 'its own', arrivedAt, kept, answer: null, sent: 0 }),
    );
  }

  it('of a process that has died have their turn when they come again', async () => {
    await thread.send('hello');
    await thread.send('check my card');
    const MessageSid = sid('SM', 'b');
    await lost(MessageSid);
    const { replies } = await service.carrier.text(thread.from, zhaoLei.number, { MessageSid });
    assert.match(String(replies), /ending 4446/);
    assert.ok((await redacted()).some(({ messageSid }) => messageSid === MessageSid));
  });

  it('that were lost and have been overtaken are answered with what was said last, and do nothing', async () => {
    await thread.send('hello');
    const MessageSid = sid('SM', 'c');
    await lost(MessageSid);
    service.bank.passes(1 * seconds);
    await thread.send(zhaoLei.number);
    const { replies } = await service.carrier.text(thread.from, '1', { MessageSid });
    assert.match(String(replies), /ending 4446 .*\n1 Yes, unfreeze it/s);
    assert.match(String(await thread.send('2')), /stays frozen|not now|nothing/i);
  });

  it('wait for a turn that another process has, and go on where that has died', async () => {
    await thread.send('hello');
    const { store } = service.bank;
    const since = service.bank.now().getTime();
    const expiresAt = later(new Date(since), leaseLasts).toISOString();
    await store.transaction([], (manager) =>
      manager.updateAll(ConversationRows, { holder: 'another', expiresAt }),
    );
    await thread.send('check my card');
    assert.match(last(), /card number/);
    assert.ok(service.bank.now().getTime() - since >= leaseLasts);
  });

  it('go on after a restart, and after half an hour from the card’s status', async () => {
    await thread.send(zhaoLei.number);
    service.bank.passes(31 * minutes);
    await thread.send('1');
    assert.match(thread.shown.map(({ text }) => text).join('\n'), /It has been a while.*\n.*ending 4446/s);
  });

  it('mean to the carrier what they always do: STOP, START and HELP', async () => {
    await thread.send('check my card');
    await thread.send('HELP');
    assert.match(thread.shown.at(1)?.text ?? '', /card number/);
    assert.match(
      thread.shown.map(({ text }) => text).join('\n'),
      /This is your bank's card assistant. For a person, please call \+1 202 555 0100.*\n.*card number/s,
    );
    assert.deepEqual(await thread.send('Stop'), []);
    assert.deepEqual(await thread.send('hello'), []);
    assert.match(String(await thread.send('start')), /card assistant/);
    assert.match(String(await thread.send('hello')), /card assistant|card number/);
    assert.deepEqual(await thread.send('no more', { OptOutType: 'STOP' }), []);
    assert.match(String(await thread.send('again', { OptOutType: 'START' })), /card assistant/);
    assert.match(String(await thread.send('what is this', { OptOutType: 'HELP' })), /For a person/);
    assert.match(String(await thread.send('INFO')), /For a person.*card number/s);
    for (const word of ['cancel', 'end', 'quit', 'yes']) assert.notDeepEqual(await thread.send(word), []);
  });

  it('that are no words are answered politely, and nothing of them is fetched', async () => {
    const before = (await redacted()).length;
    const media = { NumMedia: '1', MediaUrl0: 'http://127.0.0.1:1/x', MediaContentType0: 'image/jpeg' };
    const place = { Latitude: '31.2', Longitude: '121.4', Address: 'x' };
    for (const more of [
      media,
      place,
      { MessageType: 'reaction' },
      { MessageType: 'sticker', NumMedia: '1' },
    ]) {
      assert.match(String(await thread.send('', more)), /only read text/);
    }
    assert.equal((await redacted()).length - before, 2, 'a picture may be one of a document');
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
