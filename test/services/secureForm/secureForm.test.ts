import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { minutes } from '../../../kit/time.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import type { LinkView, Outcome } from '../../../services/contract/secureLink.ts';
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
    (await (await ask(path, body)).json()) as Record<string, unknown> & Outcome;
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
    for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const file = await fetch(`${service.url}${path}`);
      assert.equal(file.status, 200, path);
      size += gzipSync(await file.bytes()).length;
    }
    assert.ok(size < 60_000, `${size} bytes`);
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
    assert.match(answers[0]?.text ?? '', /Ask for a new one .* or call \+12025550100/);
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
