import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Figures } from '../../services/contract/operatorFigures.ts';
import { HandBrowser } from '../kit/login/handBrowser.ts';
import { Operator } from '../services/operatorPage/operatorService.ts';
import { liNa } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';
const CONVERSATIONS_TOKEN = 'another-one-for-tests-and-long-enough';

describe('the operator’s page where the bank’s side runs alone', function () {
  this.timeout(60_000);
  let thawline: Thawline;
  let url: string;
  before(async () => {
    const bot = { PROCESSOR_TOKEN, CONVERSATIONS_TOKEN, MISSED_SENTENCES: 'kept' };
    thawline = await Thawline.startedApart({ OPERATOR_PORT: '0' }, { link: { bot } });
    url = pageServed();
  });
  after(() => thawline.close());

  const pageServed = () =>
    [...thawline.log.matchAll(/"url":"([^"]+)","msg":"the operator’s page is served"/g)].at(-1)?.[1] ??
    assert.fail(thawline.log);
  const asked = (base: string, path: string) => fetch(`${base}${path}`, { redirect: 'manual' });

  async function supervisor(): Promise<Operator> {
    const browser = new HandBrowser();
    const choice = await browser.visit(`${url}/operator/login`, (at) => at.includes('/demo/log-in'));
    const { back = '', state = '' } = Object.fromEntries(new URL(choice.url).searchParams);
    await browser.ask(`${back}?${new URLSearchParams({ code: 'lin.yating', state })}`);
    return new Operator(browser, url);
  }
  const figures = async () => (await supervisor()).answer<Figures>('figures?period=day');

  it('is on a port of its own, to who logs in, and on neither of the others', async () => {
    assert.equal((await asked(url, '/operator')).status, 200);
    const begun = await asked(url, '/operator/login');
    assert.deepEqual([begun.status, new URL(begun.headers.get('location') ?? '').origin], [303, url]);
    assert.equal((await asked(url, '/operator/me')).status, 401);
    for (const other of [thawline.url, thawline.processor?.url ?? assert.fail()])
      assert.notEqual((await asked(other, '/operator')).status, 200);
  });

  it('has nothing there that is for the bot', async () => {
    const response = await fetch(`${url}/bank/v1/card-references`, { method: 'POST', body: '{}' });
    assert.equal(response.status, 404);
  });

  it('has no conversations where nobody has said where they are', async () => {
    const { conversations, isBotAway, cases, missed } = await figures();
    assert.deepEqual([conversations, isBotAway, cases, missed], [null, false, [], null]);
  });

  it('reads the conversations of today from the bot’s half, and says where that is away', async () => {
    await thawline.processor?.end('SIGTERM');
    await thawline.processorUp({ CONVERSATIONS_URL: thawline.url, CONVERSATIONS_TOKEN });
    const before = url;
    // What it logs comes on another pipe than that it is ready.
    while (url === before) {
      await setImmediate();
      url = pageServed();
    }
    const conversation = await Conversation.with(thawline);
    for (const text of ['is my card frozen?', liNa.number]) await conversation.say(text);
    // What turns have told is gathered every second.
    for (let metrics = ''; !/thawline_conversation_events_total\{[^}]*step="frozen"/.test(metrics); )
      metrics = await (await fetch(`${thawline.url}/metrics`)).text();
    const seen = await figures();
    assert.equal(seen.cases[0]?.stage, 'frozen');
    assert.equal(seen.isBotAway, false);
    assert.deepEqual(seen.missed, []);
    const begun = seen.conversations?.counts.filter(({ step }) => step === 'begun') ?? [];
    assert.deepEqual(
      begun.map(({ channel, count }) => [channel, count]),
      [['webChat', 1]],
    );
    assert.doesNotMatch(JSON.stringify(seen), new RegExp(`${liNa.number}|\\D${liNa.number.slice(-4)}\\D`));
    await thawline.bot.end('SIGKILL');
    const alone = await figures();
    assert.deepEqual([alone.conversations, alone.isBotAway, alone.cases], [null, true, []]);
    assert.equal(alone.standing.database, true, 'the bank’s own figures are there');
  });
});
