import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../../bot/botSchema.ts';
import { StoredAwaitedLinks } from '../../../bot/links/awaitedLinks.ts';
import { AwaitedLinkRows } from '../../../bot/links/awaitedLinksTable.ts';
import { LinkWatch } from '../../../bot/links/linkWatch.ts';
import type { ReplyMark } from '../../../bot/turn/reply.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours, minutes, seconds } from '../../../kit/time.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { openTestStore } from '../../databases/openTestStore.ts';
import { Phone } from '../../services/secureForm/phone.ts';
import { openTestBank, type TestBank, zhaoLei } from '../../services/testBank.ts';
import { testKey } from '../../testKey.ts';
import { openCases } from '../cases/testOpenCases.ts';
import { webChatBot } from '../webChatBot.ts';

const { number, transactionPassword } = zhaoLei;

onEachDatabase('the watch over links that conversations wait for', (empty) => {
  let bank: TestBank;
  let phone: Phone;
  let stores: Store[];
  let bots: [Bot, Bot];
  let logged: string[];
  let conversations = 0;

  before(async () => {
    bank = await openTestBank({ empty, beside: [botSchema] });
    phone = new Phone(bank);
    const more = bank.databaseUrl.startsWith('postgres')
      ? [await openTestStore(bank.databaseUrl, [bankSchema, botSchema])]
      : [];
    stores = [bank.store, ...more];
    bots = [bot(bank.store), bot(more[0] ?? bank.store)];
  });
  beforeEach(() => {
    logged = [];
    // So that no link counts against the limit of the next test.
    bank.passes(25 * hours);
  });
  after(async () => {
    for (const store of stores.slice(1)) await store.close();
    await bank.close();
  });

  type Bot = ReturnType<typeof bot>;
  /** A bot as each process has its own: nothing is shared but the database. */
  function bot(store: Store) {
    const clock = bank.now;
    const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
    const links = new StoredAwaitedLinks({
      store,
      reachable: new Set(['directline', 'emulator', 'msteams', 'webchat']),
      secret: () => [testKey(7)],
      clock,
      log,
    });
    const { directLine } = webChatBot({ bank, store, log, awaitedLinks: links });
    const watch = new LinkWatch({ links, processor: bank.processor, channels: [directLine], clock, log });
    return { directLine, watch };
  }

  /** A conversation in which a link was just sent. */
  async function awaiting() {
    const conversation = await talking();
    await conversation.says('send me a link');
    assert.equal((await conversation.heard()).at(-1), 'secureLink.sent');
    return conversation;
  }
  /** A conversation about the card. */
  async function talking() {
    const conversationId = `c${++conversations}`;
    const grant = { conversationId, userId: 'dl_1', locale: 'en-US' };
    const [{ directLine }] = bots;
    await directLine.start(grant, '');
    const posts = (body: object) => directLine.post(grant, conversationId, body);
    const says = (text: string) => posts({ type: 'message', text });
    let seen = 0;
    /** The ids of what the bot said since this was asked last. */
    async function heard(): Promise<string[]> {
      const { activities } = await directLine.activities(grant, conversationId, '');
      const ids = activities.flatMap(({ channelData = {} }) =>
        'thawline' in channelData ? ((channelData.thawline as ReplyMark).messageId ?? []) : [],
      );
      const news = ids.slice(seen);
      seen = ids.length;
      return news;
    }
    await says(number);
    return { posts, says, heard };
  }
  async function finishesThePage(value = transactionPassword): Promise<void> {
    const token = await phone.token();
    const open = await bank.secureLinks.view(token);
    assert.ok(open);
    const { authenticationRequest } = open;
    const envelope = await seal(value, { authenticationRequest, item: 'transactionPassword' });
    await bank.secureLinks.give(token, { item: 'transactionPassword', envelope, network: undefined });
  }
  async function unfreezes(): Promise<void> {
    await finishesThePage();
    await bank.freeze(number, 'transactionPasswordErrors');
  }
  const round = (which: 0 | 1 = 0) => {
    bank.passes(3 * seconds);
    return bots[which].watch.round();
  };
  const awaitedRows = () => bank.store.read((manager) => manager.count(AwaitedLinkRows));

  it('says by itself that the card is unfrozen, once, and goes on like with who came back', async () => {
    const { heard, says } = await awaiting();
    await round();
    assert.deepEqual(await heard(), [], 'nothing while the page is open');
    await unfreezes();
    await round();
    assert.deepEqual(await heard(), ['outcome.unfrozen', 'anythingElse']);
    for (const which of [0, 1, 0] as const) await round(which);
    assert.deepEqual(await heard(), []);
    assert.deepEqual([await awaitedRows(), logged], [0, []]);
    await says('thanks');
    assert.deepEqual(await heard(), ['thanks']);
  });

  it('says it at once where the end of a link is announced in the same process', async () => {
    const { heard } = await awaiting();
    await round();
    const stop = bots[0].watch.start();
    try {
      let news: string[] = [];
      const isTold = Promise.withResolvers<void>();
      const looks = async () => {
        news = [...news, ...(await heard())];
        if (news.length > 0) isTold.resolve();
      };
      const stopListening = bank.store.announcements.listen(
        'conversation',
        () => void looks().catch(isTold.reject),
      );
      await unfreezes();
      await isTold.promise;
      stopListening();
      assert.deepEqual(news, ['outcome.unfrozen', 'anythingElse']);
    } finally {
      stop();
    }
  });

  it('says it once where two processes see the end at the same moment', async () => {
    const { heard } = await awaiting();
    await unfreezes();
    bank.passes(3 * seconds);
    await Promise.all(bots.map(({ watch }) => watch.round()));
    assert.deepEqual(await heard(), ['outcome.unfrozen', 'anythingElse']);
  });

  it('says it once where a process that has said it dies before it forgets the link', async () => {
    const { heard } = await awaiting();
    const rows = await bank.store.read((manager) => manager.find(AwaitedLinkRows));
    await unfreezes();
    await round();
    await bank.store.transaction([], (manager) => manager.insert(AwaitedLinkRows, rows));
    await heard();
    await round(1);
    assert.deepEqual([await heard(), await awaitedRows()], [[], 0]);
  });

  it('is silent where the customer has asked first, or has left', async () => {
    const asked = await awaiting();
    await unfreezes();
    await asked.says('done');
    assert.deepEqual(await asked.heard(), ['outcome.unfrozen', 'anythingElse']);
    const left = await awaiting();
    await left.says('cancel');
    await left.heard();
    await unfreezes();
    const ended = await awaiting();
    await bank.secureLinks.deny(await phone.token());
    await ended.says('done');
    assert.deepEqual(await ended.heard(), ['secureLink.over']);
    await round();
    for (const { heard } of [asked, left, ended]) assert.deepEqual(await heard(), []);
    assert.equal(await awaitedRows(), 0);
  });

  it('says that a link has ended, once, to who had it sent, whoever has wished for it since', async () => {
    const { heard, says } = await awaiting();
    await says('send a new link');
    assert.deepEqual(await heard(), ['secureLink.onItsWay']);
    const stranger = await talking();
    await stranger.says('send me a link');
    assert.equal((await stranger.heard()).at(-1), 'secureLink.onItsWay');
    await round();
    assert.deepEqual(await heard(), [], 'the link is open');
    await bank.secureLinks.deny(await phone.token());
    await round();
    assert.deepEqual(await heard(), ['secureLink.over']);
    await says('done');
    assert.deepEqual(await heard(), ['secureLink.over']);
    await round();
    assert.deepEqual([await heard(), await stranger.heard()], [[], []]);
  });

  it('says that the case has moved where its link ends after that', async () => {
    const { heard } = await awaiting();
    const userTerminal = { channel: 'webChat', address: 'a browser' } as const;
    const here = {
      channelId: 'directline',
      conversationId: `c${conversations}`,
      userTerminal,
      phone: undefined,
    };
    const silent = pino({ level: 'silent' });
    const code = await openCases({ store: bank.store, clock: bank.now, log: silent }).code(here);
    const elsewhere = await talking();
    await elsewhere.says(code ?? '');
    assert.deepEqual((await elsewhere.heard()).slice(-2), ['moving.goesOnByCode', 'unfreeze.confirm']);
    await elsewhere.says('yes');
    await round();
    assert.deepEqual(await heard(), [], 'the link stays with the registered phone');
    await bank.secureLinks.deny(await phone.token());
    await round();
    assert.deepEqual(await heard(), ['moving.movedAway']);
  });

  it('says that a link has run out, and asks about none for longer than eleven minutes', async () => {
    const { heard } = await awaiting();
    bank.passes(10 * minutes);
    await round();
    assert.deepEqual(await heard(), ['secureLink.over']);
    const late = await awaiting();
    bank.passes(11 * minutes);
    await round();
    assert.deepEqual([await late.heard(), await awaitedRows()], [[], 0]);
  });

  it('is told nothing by an event that a client makes up', async () => {
    const { heard, posts } = await awaiting();
    const [row] = await bank.store.read((manager) => manager.find(AwaitedLinkRows));
    const found = { what: 'linkConcluded', id: row?.id };
    const entities = [{ type: 'thawline.heard', heard: found }];
    for (const name of ['linkConcluded', 'secureLinkConcluded', 'thawline.heard']) {
      await posts({ type: 'event', name, value: found, entities });
    }
    assert.deepEqual(await heard(), []);
    await posts({ type: 'message', text: 'done', value: found, entities });
    assert.deepEqual(await heard(), ['secureLink.open'], 'no more than who asks is told');
    await round();
    assert.deepEqual(await heard(), []);
  });

  it('asks more rarely while the bank’s side is away, and tells when it is back', async () => {
    const { heard } = await awaiting();
    await unfreezes();
    const { unfreezeRequestState } = bank.processor;
    let asked = 0;
    bank.processor.unfreezeRequestState = async () => {
      asked += 1;
      throw new UnfreezeError('storeUnavailable', 'away');
    };
    for (let rounds = 0; rounds < 40; rounds++) await round();
    bank.processor.unfreezeRequestState = unfreezeRequestState;
    assert.ok(asked >= 3 && asked <= 6, `asked ${asked} times in two minutes`);
    assert.deepEqual(await heard(), []);
    bank.passes(1 * minutes);
    await round();
    assert.deepEqual(await heard(), ['outcome.unfrozen', 'anythingElse']);
  });

  it('says nothing to the customer of a turn that fails, and tries it again', async () => {
    const { heard } = await awaiting();
    await unfreezes();
    const { unfreezeRequestState } = bank.processor;
    let asked = 0;
    bank.processor.unfreezeRequestState = async (id) => {
      asked += 1;
      if (asked === 2) throw new UnfreezeError('storeUnavailable', 'away');
      return unfreezeRequestState.call(bank.processor, id);
    };
    await round();
    assert.deepEqual([await heard(), await awaitedRows()], [[], 1]);
    bank.passes(30 * seconds);
    await round();
    bank.processor.unfreezeRequestState = unfreezeRequestState;
    assert.deepEqual(await heard(), ['outcome.unfrozen', 'anythingElse']);
  });

  it('tells it also where the customer has said something else between two tries', async () => {
    const { heard, says } = await awaiting();
    await unfreezes();
    const { unfreezeRequestState } = bank.processor;
    let asked = 0;
    bank.processor.unfreezeRequestState = async (id) => {
      asked += 1;
      if (asked === 2) throw new UnfreezeError('storeUnavailable', 'away');
      return unfreezeRequestState.call(bank.processor, id);
    };
    await round();
    bank.processor.unfreezeRequestState = unfreezeRequestState;
    await says('how long does it take?');
    const [aside] = await heard();
    assert.match(aside ?? '', /^aside\./);
    bank.passes(30 * seconds);
    await round();
    assert.deepEqual(await heard(), ['outcome.unfrozen', 'anythingElse']);
  });

  it('goes to no address that the bot has not written itself', async () => {
    const { heard } = await awaiting();
    await unfreezes();
    await bank.store.transaction([], async (manager) => {
      const [row] = await manager.find(AwaitedLinkRows);
      const reference = row?.reference.replace('urn:thawline:directline', 'https://elsewhere.example');
      assert.notEqual(reference, row?.reference);
      await manager.update(AwaitedLinkRows, { id: row?.id ?? '' }, { reference: reference ?? '' });
    });
    await round();
    assert.deepEqual([await heard(), await awaitedRows()], [[], 0]);
    assert.match(logged.join(''), /not written by this bot/);
  });
});
