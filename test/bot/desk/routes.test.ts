import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { addresses } from '../../../bot/desk/addresses.ts';
import { hours } from '../../../kit/time.ts';
import { HandBrowser } from '../../kit/login/handBrowser.ts';
import { zhaoLei } from '../../services/testBank.ts';
import { DeskService, deskToken } from './deskService.ts';
import { customer } from './peopleAtDesk.ts';

describe('the addresses of the desk', () => {
  let service: DeskService;
  before(async () => {
    service = await DeskService.open();
  });
  after(() => service.close());

  const at = (path: string) => `${service.url}/desk/${path}`;

  /** Somebody of the demo bank who has logged in. */
  async function loggedIn(login: string): Promise<HandBrowser> {
    const browser = new HandBrowser();
    const begun = await browser.ask(at('login'));
    const choice = new URL(begun.headers.get('location') ?? '');
    const back = new URL(choice.searchParams.get('back') ?? '');
    back.search = new URLSearchParams({
      code: login,
      state: choice.searchParams.get('state') ?? '',
    }).toString();
    await browser.ask(back.href);
    return browser;
  }
  async function codeOf(asked: Promise<Response>): Promise<[number, string]> {
    const response = await asked;
    const body = (await response.json()) as { error?: { code: string } };
    return [response.status, body.error?.code ?? ''];
  }
  /** A case that waits, and its number. */
  async function waiting(): Promise<{ id: string; heard: () => Promise<string[]> }> {
    const one = await customer(service.bot);
    await one.says('talk to a person');
    const { cases } = (await (await (await loggedIn('chen.jie')).ask(at('api/cases'))).json()) as {
      cases: { case: string; agent: string | null }[];
    };
    return { id: cases.findLast(({ agent }) => agent === null)?.case ?? assert.fail(), heard: one.heard };
  }

  it('show nothing to who is not logged in, has a forged session, or has no role at the desk', async () => {
    const stranger = new HandBrowser();
    assert.deepEqual(await codeOf(stranger.ask(at('api/cases'))), [401, 'loginWanted']);
    stranger.cookies(service.url).set('thawline-desk', 'A'.repeat(43));
    assert.deepEqual(await codeOf(stranger.ask(at('api/cases'))), [401, 'loginWanted']);
    for (const login of ['mary.quinn', 'tayo.oduya']) {
      const other = await loggedIn(login);
      assert.deepEqual(await codeOf(other.ask(at('api/cases'))), [403, 'roleMissing'], login);
      assert.deepEqual(await codeOf(other.post(at('api/presence'), { paused: false })), [403, 'roleMissing']);
    }
    const agent = await loggedIn('chen.jie');
    assert.deepEqual(await codeOf(agent.ask(at('api/cases'))), [200, '']);
    service.bank.passes(11 * hours);
    assert.deepEqual(await codeOf(agent.ask(at('api/cases'))), [401, 'loginWanted']);
  });

  for (const [name, { method, path }] of Object.entries(addresses)) {
    const to = () => at(`api/${path.replace(':id', 'K-4821')}`);
    const asks = (by: HandBrowser, headers: Record<string, string> = {}) =>
      method === 'GET' ? by.ask(to(), { headers }) : by.post(to(), {}, headers);

    it(`answer nobody at ${name}: without a session, with a forged one, without the role, with another token`, async () => {
      const forged = new HandBrowser();
      forged.cookies(service.url).set('thawline-desk', 'A'.repeat(43));
      for (const nobody of [new HandBrowser(), forged])
        assert.deepEqual(await codeOf(asks(nobody)), [401, 'loginWanted']);
      for (const login of ['mary.quinn', 'tayo.oduya'])
        assert.deepEqual(await codeOf(asks(await loggedIn(login))), [403, 'roleMissing'], login);
      const token = {
        Authorization: 'Bearer another-token-of-thirty-two-signs-at-least',
        'Thawline-Agent': 'wang',
      };
      assert.deepEqual(await codeOf(asks(new HandBrowser(), token)), [403, 'tokenInvalid']);
    });

    if (method === 'POST')
      it(`take nothing at ${name} from a page of another site`, async () => {
        const agent = await loggedIn('chen.jie');
        for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }])
          assert.deepEqual(await codeOf(asks(agent, headers)), [403, 'otherSite']);
      });
  }

  it('take no act from a page of another site', async () => {
    const { id } = await waiting();
    const agent = await loggedIn('chen.jie');
    const claim = at(`api/cases/${id}/claim`);
    for (const headers of [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ])
      assert.deepEqual(await codeOf(agent.post(claim, {}, headers)), [403, 'otherSite']);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    assert.deepEqual(await codeOf(agent.post(claim, {}, form)), [415, 'contentTypeNotSupported']);
    assert.deepEqual(await (await agent.post(claim)).json(), { outcome: 'done' });
  });

  it('send a canned answer in the language of the customer, and show who acts', async () => {
    const { id, heard } = await waiting();
    const agent = await loggedIn('ho.siuming');
    await agent.post(at(`api/cases/${id}/claim`));
    await agent.post(at(`api/cases/${id}/lines`), { id: randomUUID(), answer: 'oneMoment' });
    await service.bot.watch.round();
    assert.equal((await heard()).at(-1), 'Our staff: One moment please, I am looking into it.');
    const shown = (await (await agent.ask(at(`api/cases/${id}`))).json()) as {
      case: object;
      lines: object[];
    };
    assert.ok('agent' in shown.case && shown.case.agent === 'ho.siuming');
    const wrong = { id: randomUUID(), answer: 'constructor' };
    assert.deepEqual(await codeOf(agent.post(at(`api/cases/${id}/lines`), wrong)), [400, 'messageInvalid']);
  });

  it('let another desk of the bank act by its token, for an agent whom it names', async () => {
    const { id } = await waiting();
    const headers = (token: string, agent?: string) => ({
      ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(agent !== undefined && { 'Thawline-Agent': agent }),
    });
    const asks = (token: string, agent?: string) =>
      fetch(at(`api/cases/${id}/claim`), { method: 'POST', body: '{}', headers: headers(token, agent) });
    assert.deepEqual(await codeOf(asks('wrong', 'li')), [403, 'tokenInvalid']);
    assert.deepEqual(await codeOf(asks(deskToken)), [403, 'roleMissing']);
    assert.deepEqual(await (await asks(deskToken, 'li')).json(), { outcome: 'done' });
  });

  it('refuse what is no message of theirs, and say of a case that is not there that it is not', async () => {
    const agent = await loggedIn('chen.jie');
    const lines = at('api/cases/K-1000/lines');
    const long = { id: randomUUID(), text: 'x'.repeat(5000) };
    for (const body of [
      {},
      { id: 'one', text: 'x' },
      { id: randomUUID() },
      { id: randomUUID(), text: 'a', answer: 'b' },
      long,
    ])
      assert.deepEqual(await codeOf(agent.post(lines, body)), [400, 'messageInvalid']);
    const huge = { id: randomUUID(), text: 'x'.repeat(20_000) };
    assert.deepEqual(await codeOf(agent.post(lines, huge)), [413, 'messageTooLarge']);
    assert.deepEqual(await (await agent.post(lines, { id: randomUUID(), text: 'hello' })).json(), {
      outcome: 'closed',
    });
    assert.deepEqual(await codeOf(agent.ask(at('api/cases/K-1000'))), [404, 'addressUnknown']);
    assert.deepEqual(await codeOf(agent.ask(at('api/cases/..%2f..'))), [400, 'messageInvalid']);
  });

  it('put no number and nothing of what was said into the log', async () => {
    const one = await customer(service.bot);
    await one.says('talk to a person');
    await one.says(`it is ${zhaoLei.number}, listen to my secret words`);
    const agent = await loggedIn('chen.jie');
    await agent.ask(at('api/cases'));
    assert.doesNotMatch(service.logged.join(), new RegExp(`${zhaoLei.number}|secret words`));
  });
});
