import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readBrand } from '../../../brand/brandFile.ts';
import { minutes } from '../../../kit/time.ts';
import { bankSurfaces } from '../../../services/brandSurfaces.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import type { LinkView, PageOutcome } from '../../../services/contract/secureLink.ts';
import { newToken } from '../../../services/notifications/linkToken.ts';
import { harbour } from '../../brand/harbour.ts';
import { textForms } from '../profiles/forms.ts';
import { liNa, wangWei, zhaoLei, zhengKai } from '../testBank.ts';
import { FormService } from './formService.ts';

describe('the secure form as it is served', () => {
  let service: FormService;
  before(async () => {
    service = await FormService.open();
  });
  after(() => service.close());

  const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${service.url}/s/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en', ...headers },
      body: JSON.stringify(body),
    });
  const answered = async (path: string, body: unknown) =>
    (await (await ask(path, body)).json()) as Record<string, unknown> & PageOutcome;
  async function opened(token: string) {
    const view = (await answered('view', { token })) as unknown as LinkView;
    assert.ok(view.outcome === 'open', view.outcome);
    return view;
  }

  it('has a page under a strict policy, kept by nobody, whose own code is less than 60 KB', async () => {
    const response = await fetch(`${service.url}/s/whatever`, { headers: { 'Accept-Language': 'zh-CN' } });
    const html = await response.text();
    const { headers } = response;
    assert.match(html, /<html lang="zh-Hans">/);
    assert.doesNotMatch(headers.get('content-security-policy') ?? 'unsafe', /unsafe|\*|data:|blob:/);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.deepEqual(
      ['cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => headers.get(name)),
      ['no-store', 'no-referrer', 'noindex'],
    );
    let size = gzipSync(html).length;
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const file = await fetch(`${service.url}${path}`);
      assert.equal(file.status, 200, path);
      size += gzipSync(await file.bytes()).length;
    }
    assert.ok(size < 60_000, `${size} bytes`);
  });

  it('says what comes of it in the words of Hong Kong to a reader there', async () => {
    const said = async (wish: string) =>
      (await ask('code', { token: newToken(), code: '1234567890123' }, { 'Accept-Language': wish })).text();
    assert.match(await said('zh-TW'), /簡訊/);
    assert.match(await said('zh-HK'), /短訊/);
  });

  it('is the same for every token, and looking at it by whatever method consumes nothing', async () => {
    const { token } = await service.link(zhaoLei.number);
    const page = async (path: string) =>
      (await (await fetch(`${service.url}/s/${path}`)).text()).replace(/nonce="[^"]+"/g, '');
    assert.equal(await page(token), await page('forged'));
    for (const method of ['HEAD', 'OPTIONS', 'GET', 'PUT', 'DELETE']) {
      await fetch(`${service.url}/s/${token}`, { method });
    }
    await opened(token);
    await opened(token);
  });

  it('asks what the bank wants, names card, channel and time, and unfreezes', async () => {
    const { id, token } = await service.link(liNa.number);
    const { authenticationRequest, words, ...facts } = await opened(token);
    assert.deepEqual(facts, {
      outcome: 'open',
      language: 'zh-Hans',
      lastFour: '1114',
      channel: 'voice',
      askedAt: service.bank.now().toISOString(),
    });
    assert.match(words.asked, /2026年11月24日 16:00 通过电话申请。本页面在 16:10 前有效/);
    assert.equal(words.why, '冻结原因：交易密码连续输错。');
    assert.deepEqual(authenticationRequest.items, ['identityDocument', 'transactionPassword']);
    const give = async (item: 'identityDocument' | 'transactionPassword', value: string, attempt = 1) => {
      const order = { authenticationRequest: { ...authenticationRequest, attempt }, item };
      return answered('information', { token, item, envelope: await seal(value, order) });
    };
    await give('identityDocument', liNa.identityDocument);
    const refused = await give('transactionPassword', '000000');
    assert.deepEqual([refused.outcome, refused.attempt], ['notAccepted', 2]);
    assert.match(refused.text, /还可以再试 2 次/);
    await give('identityDocument', liNa.identityDocument, 2);
    const { outcome, title } = await give('transactionPassword', liNa.transactionPassword, 2);
    assert.deepEqual([outcome, title], ['unfrozen', '尾号 1114 的银行卡已解冻']);
    assert.equal(await service.state(id), 'unfrozen');
  });

  it('has one calm answer to a token that is expired, denied or forged', async () => {
    const denied = await service.link(wangWei.number);
    const { outcome, text } = await answered('not-me', { token: denied.token });
    assert.equal(outcome, 'denied');
    assert.match(text, /\+12025550100/);
    assert.equal(await service.state(denied.id), 'over');
    const expired = await service.link(zhengKai.number);
    service.bank.passes(10 * minutes);
    const dead = [denied.token, expired.token, 'forged', ''];
    const answers = await Promise.all(
      dead.flatMap((token) => ['view', 'not-me'].map((path) => answered(path, { token }))),
    );
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.deepEqual([answers[0]?.outcome, answers[0]?.language], ['gone', 'en']);
    assert.match(answers[0]?.text ?? '', /Ask for a new one .* or call \+12025550100/s);
  });

  it('refuses what is no message of its page, and what another page sends', async () => {
    for (const body of [null, {}, { token: 1 }, { token: 'x'.repeat(65) }, []]) {
      for (const path of ['view', 'information', 'not-me']) assert.equal((await ask(path, body)).status, 400);
    }
    assert.equal((await ask('view', { token: 'x' }, { 'Content-Type': 'text/plain' })).status, 415);
    const { headers } = await fetch(`${service.url}/s/view`, { method: 'OPTIONS' });
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  it('limits who asks too often from one network address', async () => {
    const from = { 'X-Forwarded-For': '198.51.100.7' };
    const statuses = await Promise.all(
      Array.from({ length: 61 }, async () => (await ask('view', { token: 'x' }, from)).status),
    );
    assert.deepEqual(statuses.sort().slice(-2), [200, 429]);
  });

  it('has told its log of no token, and names the address by its route', () => {
    const log = service.logged.join('');
    assert.match(log, /"route":"\/s\/:token"/);
    const tokens = service.phone.messages.flatMap(({ body }) => /\/s\/([\w-]{24})/.exec(body)?.[1] ?? []);
    assert.ok(tokens.length >= 4 && tokens.every((token) => !log.includes(token)));
  });
});

describe('the page where a code is entered, as it is served', () => {
  let service: FormService;
  before(async () => {
    service = await FormService.open(
      readBrand(harbour, bankSurfaces),
      textForms({ bank: 'hk', countries: new Map() }),
    );
  });
  after(() => service.close());

  const page = async (path: string, locale = 'en') =>
    (await fetch(`${service.url}${path}`, { headers: { 'Accept-Language': locale } })).text();
  const answered = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(`${service.url}/s/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en', ...headers },
      body: JSON.stringify(body),
    });
    const { status } = response;
    const answer: Record<string, unknown> = Object(await response.json());
    return { ...answer, status };
  };
  const digitsOf = (code: string) => code.replaceAll(' ', '');

  it('names the bank, is read in the language of its reader, and in another by a switch', async () => {
    const english = await page('/s');
    assert.match(english, /<html lang="en">/);
    assert.match(english, /<title>Enter the code from our text message · Harbour Bank<\/title>/);
    assert.match(english, /Nobody from Harbour Bank ever asks you for this code/);
    assert.match(await page('/s', 'zh-TW'), /<html lang="zh-Hant">.*請輸入簡訊中的代碼/s);
    assert.match(await page('/s', 'zh-HK'), /<html lang="zh-Hant">.*請輸入短訊中的代碼/s);
    const switched = await page('/s?language=zh-Hans');
    assert.match(switched, /<html lang="zh-Hans">.*请输入短信里的代码/s);
    assert.match(switched, /href="\?language=zh-Hant" lang="zh-Hant" hreflang="zh-Hant">繁體中文/);
    assert.match(switched, /lang="zh-Hans" hreflang="zh-Hans" aria-current="true"/);
    assert.match(await page('/s?language=xx'), /<html lang="en">/);
    assert.match(await page('/s/whatever?language=zh-Hant'), /<html lang="zh-Hant">/);
  });

  it('takes a code for a token of its own, and shows what was begun, where and when, in the conversation’s language', async () => {
    const { id, code } = await service.code(liNa.number);
    const token = newToken();
    assert.deepEqual(await answered('code', { code: digitsOf(code), token }), {
      status: 200,
      outcome: 'entered',
      text: '',
    });
    const view = await answered('view', { token, by: 'code' });
    assert.deepEqual(
      [view.outcome, view.language, view.channel, view.lastFour],
      ['open', 'zh-Hans', 'voice', '1114'],
    );
    assert.match((view.words as { asked: string }).asked, /2026年11月24日 16:00 通过电话申请/);
    const inEnglish = await answered('view', { token, by: 'code', language: 'en' });
    assert.match((inEnglish.words as { asked: string }).asked, /^Asked for by telephone on/);
    const denied = await answered('not-me', { token, by: 'code', language: 'en' });
    assert.match(denied.title as string, /^Stopped/);
    assert.equal(await service.state(id), 'over');
    assert.match((await answered('view', { token, by: 'code' })).title as string, /^This code has ended/);
  });

  it('says of each code that does not work what is the matter', async () => {
    const { code } = await service.code(zhaoLei.number);
    const of = (entered: string) => answered('code', { code: entered, token: newToken(), language: 'en' });
    assert.match((await of('1234567890123')).text as string, /We do not know this code/);
    await of(digitsOf(code));
    assert.match((await of(digitsOf(code))).text as string, /was entered already.*call \+12025550100/s);
    const next = await service.code(zhengKai.number);
    service.bank.passes(10 * minutes);
    assert.match((await of(digitsOf(next.code))).text as string, /has ended: a code works for 10 minutes/);
    const from = { 'X-Forwarded-For': '203.0.113.99' };
    const guess = () => answered('code', { code: '1234567890123', token: newToken() }, from);
    for (let count = 0; count < 20; count++) await guess();
    assert.match((await guess()).text as string, /Too many wrong codes/);
  });

  it('refuses what is no message of its page', async () => {
    const token = newToken();
    const code = '1234567890123';
    const wrong = [
      {},
      { code },
      { token },
      { code: `${code}4`, token },
      { code: '１２３４567890123', token },
    ].concat([
      { code: '123456789012a', token },
      { code, token: 'short' },
      { code, token: `${token}x` },
      { code: code as never, token: [token] as never },
    ]);
    for (const body of wrong) assert.equal((await answered('code', body)).status, 400, JSON.stringify(body));
  });

  it('has told its log of no code and no token', () => {
    const log = service.logged.join('');
    assert.match(log, /"route":"\/s\/code"/);
    const codes = service.phone.messages.flatMap(({ body }) => /\d{4} \d{4} \d{5}/.exec(body)?.[0] ?? []);
    assert.ok(codes.length >= 3);
    for (const code of codes) assert.ok(!log.includes(code) && !log.includes(digitsOf(code)));
  });
});
