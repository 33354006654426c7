import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CardSystemStub, cardSystemToken } from '../services/cardSystem/cardSystemStub.ts';
import { liNa } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';
import { Collector, type SentSpan } from './collector.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';
import { tracePicture } from './tracePicture.ts';

const ofProxy = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

describe('an unfreezing whose spans are recorded', () => {
  let collector: Collector;
  let stub: CardSystemStub;
  let thawline: Thawline;
  let toldCardSystem: string[];
  before(async () => {
    collector = await Collector.open();
    stub = await CardSystemStub.open();
    const spans = {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=bank%20one',
    };
    const cards = { DEMO: 'off', CARD_SYSTEM_URL: stub.url, CARD_SYSTEM_TOKEN: cardSystemToken };
    thawline = await Thawline.startedApart({ ...cards, ...spans });
    await thawline.bot.end('SIGTERM');
    await thawline.botUp({ ...spans, TRACEPARENT: 'proxy' });
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${liNa.number}`);
    await conversation.say('yes');
    await conversation.give('identityDocument', liNa.identityDocument);
    const sealed = await conversation.sealed('transactionPassword', liNa.transactionPassword);
    stub.requests.length = 0;
    const { conversationId, token } = conversation.started;
    const { status } = await thawline.call(
      'POST',
      `/v3/directline/conversations/${conversationId}/activities`,
      {
        token,
        body: sealed,
        headers: { traceparent: `00-${ofProxy.trace}-${ofProxy.span}-01` },
      },
    );
    assert.equal(status, 200);
    assert.equal((await conversation.answers())[0], 'outcome.unfrozen');
    toldCardSystem = stub.requests.map(({ trace }) => trace ?? '');
    // Each sends what it still has when it ends.
    await thawline.down();
  });
  after(async () => {
    await thawline.close();
    await stub.close();
    await collector.close();
  });

  const spans = () => collector.spans.filter(({ trace }) => trace === ofProxy.trace);
  const named = (name: string) => spans().filter((span) => span.name === name);
  const within = (span: SentSpan): string[] => {
    const parent = spans().find(({ id }) => id === span.parent);
    return parent ? [...within(parent), parent.name] : [];
  };

  it('is one trace from the proxy through bot and bank’s side to the card system', () => {
    const [request] = spans().filter(({ parent }) => parent === ofProxy.span);
    assert.equal(request?.service, 'thawline bot');
    assert.match(String(request?.name), /^POST \/v3\/directline\//);
    assert.deepEqual([...new Set(spans().map(({ service }) => service))].sort(), [
      'thawline bot',
      'thawline processor',
    ]);
    const [unfreezing] = named('the card system: POST /v1/unfreezings');
    assert.ok(unfreezing);
    const way = within(unfreezing);
    for (const [place, name] of ['turn', 'the bank’s side: POST'].entries())
      assert.ok(
        way.some((one) => one.startsWith(name)),
        `${name} is ${place} of ${way}`,
      );
    assert.ok(toldCardSystem.length >= 2);
    for (const header of toldCardSystem)
      assert.match(header, new RegExp(`^00-${ofProxy.trace}-[\\da-f]{16}-01$`));
    assert.ok(toldCardSystem.some((header) => header.includes(unfreezing.id)));
  });

  it('says where the time went: turn, listeners, understanding, store, hash, card system', () => {
    for (const name of ['turn', 'listeners', 'store: read', 'store: transaction', 'hash'])
      assert.ok(named(name).length > 0, name);
    assert.ok(collector.spans.some(({ name }) => name === 'understanding'));
    const [hash] = named('hash');
    assert.ok(hash && hash.service === 'thawline processor' && hash.to > hash.from);
    const ids = new Set(spans().map(({ id }) => id));
    for (const span of spans()) assert.ok(ids.has(span.parent) || span.parent === ofProxy.span, span.name);
  });

  it('has in the log of both halves the id of its trace', () => {
    for (const { log } of [thawline.bot, thawline.processor ?? thawline.bot])
      assert.match(log, new RegExp(`"trace":"${ofProxy.trace}"`));
  });

  it('names nobody, and holds nothing that a customer gave', () => {
    assert.match(collector.received, /"x-tenant":"bank one"/);
    const secrets = [
      liNa.number,
      liNa.identityDocument,
      liNa.transactionPassword,
      liNa.phone,
      '李娜',
      'Li Na',
    ];
    assert.deepEqual(tracesIn(collector.received, secrets), []);
    assert.doesNotMatch(collector.received, /card_|"stringValue":"[^"]*(1114|unfreeze |Bearer)/);
  });

  it('can be looked at', () => {
    const folder = process.env.PICTURES_DIR ?? thawline.folder;
    const picture = tracePicture('The last turn of an unfreezing', spans());
    writeFileSync(join(folder, 'trace.svg'), picture);
    assert.match(picture, /the card system: POST \/v1\/unfreezings/);
  });
});
