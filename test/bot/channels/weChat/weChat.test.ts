import assert from 'node:assert/strict';
import { openWeChat } from '../../../../bot/openWeChat.ts';
import { ordinarySentences } from '../../../../dialogs/messages/wording.ts';
import { HttpServer } from '../../../../kit/http/httpServer.ts';
import { later, minutes } from '../../../../kit/time.ts';
import { ScenarioBank } from '../../../scenarios/scenarioBank.ts';
import { liNa, zhaoLei } from '../../../services/testBank.ts';
import { testKey } from '../../../testKey.ts';
import { tracesIn } from '../../../traces.ts';
import { account, encryptedXml, messageXml, WeChatPlatform } from './weChatPlatform.ts';

describe('an official account of WeChat', () => {
  let bank: ScenarioBank;
  let server: HttpServer;
  let url = '';
  let platform: WeChatPlatform;
  before(async () => {
    bank = await ScenarioBank.open();
    const { log, turns } = bank;
    const clock = bank.bank.now;
    const secret = () => [testKey(7)];
    const routes = openWeChat({
      ...{ account, sentences: ordinarySentences, agentPhone: undefined, secret, turns, clock, log },
    });
    server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
    platform = new WeChatPlatform(() => url, { now: clock });
  });
  beforeEach(() => bank.reset());
  after(async () => {
    await server.close();
    await bank.close();
  });

  let followers = 0;
  const anybody = () => `oGZUI0egBJY1zhBYw2KhdUfwVJ${++followers}`;

  const languages = [
    { wish: '解冻', yes: '1', opens: /打开|链接/, done: /已解冻/ },
    { wish: '幫我解凍', yes: '是', opens: /開啟|打開|連結/, done: /已解凍|已經解凍/ },
    { wish: 'please unfreeze my card', yes: 'yes please', opens: /link/, done: /unfrozen/ },
  ];
  for (const { wish, yes, opens, done } of languages)
    it(`unfreezes a card, by a link to the registered phone: ${wish}`, async () => {
      const follower = anybody();
      const asked = await platform.writes(follower, `${wish} ${liNa.number}`);
      assert.match(asked.text ?? '', /1114.*\n1 .+\n2 .+/s);
      const { text = '' } = await platform.writes(follower, yes);
      assert.match(text, opens, 'no secret is asked for where it would stay');
      await bank.onThePage('identityDocument', liNa.identityDocument);
      await bank.onThePage('transactionPassword', liNa.transactionPassword);
      assert.equal((await bank.cards())['1114'], 'active');
      assert.match((await platform.writes(follower, 'ok')).text ?? '', done);
      assert.deepEqual(tracesIn(await bank.keptByTheBot(), [liNa.number, follower]), []);
      assert.deepEqual(bank.logged, []);
    });

  it('answers the same message the same however often it comes, at once too, and with one effect', async () => {
    const follower = anybody();
    const brings = () => platform.writes(follower, '我的卡刷不了了', { MsgId: '23456789' });
    const texts = (await Promise.all([brings(), brings(), brings()])).map(({ text }) => text);
    assert.ok(texts[0]);
    assert.equal(new Set([...texts, (await brings()).text]).size, 1);
    const next = await platform.writes(follower, liNa.number);
    assert.match(next.text ?? '', /1114/);
  });

  it('greets who begins to follow, hears the menu, and says nothing to who leaves', async () => {
    const follower = anybody();
    assert.match((await platform.does(follower, 'subscribe')).text ?? '', /卡/);
    assert.match((await platform.does(follower, 'CLICK', '查询卡片状态')).text ?? '', /卡号/);
    for (const event of ['unsubscribe', 'LOCATION', 'VIEW'])
      assert.equal((await platform.does(follower, event)).body, 'success');
  });

  it('says of a picture or a voice that it reads words alone', async () => {
    const { text = '' } = await platform.writes(anybody(), '', { MsgType: 'image', PicUrl: 'https://x/y' });
    assert.match(text, /文字/);
  });

  it('keeps no secret that is typed unasked, and says so', async () => {
    const follower = anybody();
    const { text = '' } = await platform.writes(follower, `我的密码是${zhaoLei.transactionPassword}`);
    assert.ok(text.length > 0);
    assert.deepEqual(tracesIn(await bank.keptByTheBot(), [zhaoLei.transactionPassword]), []);
  });

  it('takes markup, the end of a section and 4,000 signs as words', async () => {
    for (const words of [
      '</Content></xml>',
      'a ]]> b ]]>',
      '<script>&lt;',
      '卡'.repeat(1_300),
      '\u{1F600}'.repeat(400),
    ]) {
      const { status, text = '' } = await platform.writes(anybody(), words);
      assert.equal(status, 200, words.slice(0, 20));
      assert.ok(text.length > 0 && Buffer.byteLength(text) <= 2_048);
    }
  });

  it('is the bank’s own where the console asks, and nobody else’s', async () => {
    const query = platform.signed('signature', []);
    query.set('echostr', '4958558823085244310');
    assert.deepEqual(await platform.verifies(query), { status: 200, body: '4958558823085244310' });
    query.set('nonce', '1');
    assert.equal((await platform.verifies(query)).status, 403);
  });

  it('refuses what is not signed, of another account, recorded, or not encrypted, and says nothing to it', async () => {
    const plain = messageXml(anybody(), bank.bank.now(), { MsgType: 'text', Content: '解冻', MsgId: '1' });
    const encrypted = platform.encrypted(plain);
    const right = platform.signed('msg_signature', [encrypted]);
    const others: [what: string, query: URLSearchParams, body: string, status: number][] = [
      ['no signature', new URLSearchParams(), encryptedXml(encrypted), 403],
      ['another text', right, encryptedXml(platform.encrypted(plain)), 403],
      ['not encrypted', platform.signed('msg_signature', []), plain, 400],
      [
        'an hour old',
        platform.signed('msg_signature', [encrypted], later(bank.bank.now(), -60 * minutes)),
        encryptedXml(encrypted),
        403,
      ],
      ['no XML', right, 'hello', 400],
      ['two of a kind', right, encryptedXml(`${encrypted}]]></Encrypt><Encrypt><![CDATA[x`), 400],
      [
        'an entity',
        right,
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>`,
        400,
      ],
      ['more than a message has', right, 'x'.repeat(70_000), 413],
    ];
    for (const [what, query, body, status] of others) {
      const answer = await platform.posts(query, body);
      assert.equal(answer.status, status, what);
      assert.doesNotMatch(answer.body, /passwd|root:/);
    }
    const foreign = { ...account, appId: 'wxffffffffffffffff' };
    const other = new WeChatPlatform(() => url, { now: bank.bank.now, account: foreign });
    assert.equal((await other.writes(anybody(), '解冻')).status, 400);
  });

  it('reads sixty messages of a follower in a minute, and another’s all the same', async () => {
    const follower = anybody();
    const bodies: string[] = [];
    for (let count = 0; count < 62; count++) {
      const { body } = await platform.does(follower, 'CLICK', `你好 ${count}`);
      bodies.push(body);
    }
    assert.equal(bodies.filter((body) => body === 'success').length, 2);
    assert.ok((await platform.writes(anybody(), '你好')).text);
  });
});
