// Guards a secret: who is not one of the bank's people would read what customers said
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import pino from 'pino';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { Cookie } from '../../../kit/login/cookies.ts';
import type { IdentityProvider } from '../../../kit/login/identityProvider.ts';
import { LogIn } from '../../../kit/login/logIn.ts';
import { loginSettingsShape, providerAt } from '../../../kit/login/loginSettings.ts';
import { OpenIdProvider } from '../../../kit/login/openIdProvider.ts';
import { idleFor, longest, Sessions } from '../../../kit/login/sessions.ts';
import { loginSessionRows, loginSessionTable } from '../../../kit/login/sessionsTable.ts';
import { readSettings } from '../../../kit/readSettings.ts';
import { deleteExpired } from '../../../kit/retention/expiring.ts';
import { expiringIn } from '../../../kit/retention/ownedTable.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours, minutes } from '../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { rowsOf, withDataSource } from '../../databases/dataSource.ts';
import { testKey } from '../../testKey.ts';
import { type BankProvider, client, openBankProvider, roleNames } from './bankProvider.ts';
import { HandBrowser } from './handBrowser.ts';

const rows = loginSessionRows('test_sessions');
const table = loginSessionTable(rows, 'TestSessions1700000000000');
const schema = { entities: [rows], migrations: [...(table.migrations ?? [])], prefix: 'Test' };

onEachDatabase('the log-in of the bank’s people', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let bank: BankProvider;
  let server: HttpServer;
  let url = '';
  let browser: HandBrowser;
  let provider: IdentityProvider;
  let secrets = [testKey(1)];
  let ahead = 0;
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const clock = () => new Date(Date.now() + ahead);

  before(async () => {
    database = await empty();
    store = await openStore(database.url, [schema]);
    const sessions = new Sessions({ store, rows, clock });
    const logIn = new LogIn({
      ...{ page: '/desk', sessions, clock, log },
      provider: {
        begins: (...asked) => provider.begins(...asked),
        identifies: (...asked) => provider.identifies(...asked),
        ends: (...asked) => provider.ends(...asked),
      },
      publicUrl: () => url,
      secret: () => secrets,
      networkAddress: () => 'one of the bank',
    });
    server = new HttpServer({
      log,
      https: false,
      routes: [
        logIn.routes,
        (restify) => {
          const says = logIn.guarded(['supervisor', 'auditor'], async (_request, response, person) =>
            response.json(200, { login: person.login }),
          );
          restify.get('/desk/cases', says);
          restify.post('/desk/cases', says);
        },
      ],
    });
    const { port } = await server.listen('127.0.0.1', 0);
    url = `http://127.0.0.1:${port}`;
    bank = await openBankProvider({ pages: [`${url}/desk`] });
  });

  beforeEach(() => {
    ahead = 0;
    lines.length = 0;
    secrets = [testKey(1)];
    browser = new HandBrowser();
    provider = providerOf({ OIDC_ISSUER: bank.issuer });
  });

  after(async () => {
    await server.close();
    await bank.close();
    await store.close();
    await database.remove();
  });

  function providerOf(settings: Record<string, string>): OpenIdProvider {
    const read = readSettings(loginSettingsShape, {
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_ROLES: roleNames,
      ...settings,
    });
    const at = providerAt(read);
    assert.ok(at);
    return new OpenIdProvider({ at, clock });
  }

  const isCallback = (address: string) => address.startsWith(`${url}/desk/callback`);
  /** Logs in, and follows the provider back to the address that it was given. */
  async function signedIn(as: string, by = browser): Promise<string> {
    const asked = await by.visit(`${url}/desk/login`);
    assert.match(asked.url, /\/sign-in\//);
    return (await by.visit(`${asked.url}?as=${as}`, isCallback)).url;
  }

  /** @returns where the callback leads, from the service's own address on */
  async function logsIn(as: string, by = browser): Promise<string> {
    const answer = await by.ask(await signedIn(as, by));
    assert.equal(answer.status, 303);
    return (answer.headers.get('location') ?? '').replace(url, '');
  }

  const me = async (by = browser) => (await by.ask(`${url}/desk/me`)).status;
  const stored = () => withDataSource(database.url, (dataSource) => rowsOf(dataSource, 'test_sessions'));

  it('lets somebody in who has a role, says who they are, and keeps their token as a hash', async () => {
    assert.equal(await logsIn('wong.ka'), '/desk');
    const answer = await browser.ask(`${url}/desk/me`);
    const who = { login: 'wong.ka', name: 'Wong Ka 黃嘉', roles: ['agent', 'supervisor'] };
    assert.deepEqual(await answer.json(), who);
    assert.equal((await browser.ask(`${url}/desk/cases`)).status, 200);
    const token = browser.cookies(url).get('thawline-desk') ?? '';
    const kept = JSON.stringify(await stored());
    assert.ok(kept.includes(createHash('sha256').update(token).digest('base64url')));
    assert.ok(!kept.includes(token) && !kept.includes('eyJ'), 'neither the token nor the provider’s');
  });

  it('writes cookies that no script reads and no other site sends, and over https only to this very host', async () => {
    await logsIn('wong.ka');
    const [begun = '', ...others] = browser.written.filter((line) => line.startsWith('thawline-desk'));
    assert.match(begun, /^thawline-desk-login=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    assert.match(others.at(-1) ?? '', /^thawline-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    new Cookie('thawline-desk', { https: true }).set(response, 'token');
    assert.equal(
      response.getHeader('Set-Cookie'),
      '__Host-thawline-desk=token; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it('lets nobody in without a role, and keeps no session of theirs', async () => {
    const before = (await stored()).length;
    assert.equal(await logsIn('canteen.b'), '/desk?login=withoutRole');
    assert.equal(await me(), 401);
    assert.equal((await stored()).length, before);
  });

  it('keeps an address for those who have its role', async () => {
    assert.equal((await browser.ask(`${url}/desk/cases`)).status, 401);
    await logsIn('chen.jie');
    const answer = await browser.ask(`${url}/desk/cases`);
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /"roleMissing"/);
  });

  it('takes what changes something from its own pages alone', async () => {
    await logsIn('wong.ka');
    const from = async (headers: Record<string, string>) =>
      (await browser.ask(`${url}/desk/cases`, { method: 'POST', headers })).status;
    const own = new URL(url).origin;
    assert.equal((await browser.post(`${url}/desk/cases`)).status, 200);
    assert.equal(await from({ Origin: own }), 200, 'a browser from before Sec-Fetch-Site');
    for (const foreign of [
      {},
      { Origin: 'null' },
      { Origin: 'https://evil.example' },
      { Origin: `${own}.evil.example` },
      { Origin: own, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: own, 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'same-origin' },
      { Origin: 'https://evil.example', Host: 'evil.example' },
    ] as Record<string, string>[])
      assert.equal(await from(foreign), 403, JSON.stringify(foreign));
    assert.equal((await browser.ask(`${url}/desk/logout`, { method: 'POST' })).status, 403);
    assert.equal(await me(), 200, 'and nobody is logged out by another site');
  });

  it('takes a forged, an altered or a doubled token for nobody’s', async () => {
    await logsIn('wong.ka');
    const token = browser.cookies(url).get('thawline-desk') ?? '';
    const hash = createHash('sha256').update(token).digest('base64url');
    for (const forged of [
      hash,
      `${token}A`,
      token.slice(1),
      'A'.repeat(43),
      '',
      `${token}; thawline-desk=x`,
    ]) {
      const answer = await fetch(`${url}/desk/me`, { headers: { Cookie: `thawline-desk=${forged}` } });
      assert.equal(answer.status, 401, forged === token ? '' : 'forged');
    }
  });

  it('ends a session half an hour after its last use, and ten hours after its beginning', async () => {
    await logsIn('wong.ka');
    ahead = idleFor - 1 * minutes;
    assert.equal(await me(), 200);
    ahead += idleFor - 1 * minutes;
    assert.equal(await me(), 200, 'it was used');
    ahead += idleFor;
    assert.equal(await me(), 401);
    ahead = 0;
    const other = new HandBrowser();
    await logsIn('wong.ka', other);
    for (ahead = 0; ahead < longest; ahead += 20 * minutes) assert.equal(await me(other), 200);
    ahead = longest + 1;
    assert.equal(await me(other), 401);
    await deleteExpired(store, expiringIn([table], {}), new Date(Date.now() + longest + 1 * hours));
    assert.deepEqual(await stored(), []);
  });

  it('lets nobody go on with a session from after the clock was set back', async () => {
    await logsIn('wong.ka');
    ahead = -1 * hours;
    assert.equal(await me(), 401);
  });

  it('ends the session here and at the provider', async () => {
    await logsIn('wong.ka');
    const copy = browser.cookies(url).get('thawline-desk') ?? '';
    const answer = await browser.post(`${url}/desk/logout`);
    const { goTo } = (await answer.json()) as { goTo: string };
    assert.equal(new URL(goTo).origin, bank.issuer);
    assert.match(goTo, /id_token_hint=ey/);
    assert.equal(new URL(goTo).searchParams.get('post_logout_redirect_uri'), `${url}/desk`);
    assert.match((await browser.visit(goTo)).text, /logout/);
    assert.equal(await me(), 401);
    const kept = await fetch(`${url}/desk/me`, { headers: { Cookie: `thawline-desk=${copy}` } });
    assert.equal(kept.status, 401, 'a token that somebody has kept opens nothing');
  });

  it('begins a new session with each log-in, and ends the one before it', async () => {
    await logsIn('wong.ka');
    const first = browser.cookies(url).get('thawline-desk');
    browser.cookies(bank.issuer).clear();
    await logsIn('chen.jie');
    assert.notEqual(browser.cookies(url).get('thawline-desk'), first);
    const before = await fetch(`${url}/desk/me`, { headers: { Cookie: `thawline-desk=${first}` } });
    assert.equal(before.status, 401);
  });

  it('takes the answer of the provider in the browser that asked, once, and in time', async () => {
    const came = await signedIn('wong.ka');
    const thief = new HandBrowser();
    const stolen = await thief.ask(came);
    assert.match(stolen.headers.get('location') ?? '', /login=failed$/);
    const changed = new URL(came);
    changed.searchParams.set('state', 'x'.repeat(43));
    const other = new HandBrowser();
    await other.visit(`${url}/desk/login`);
    assert.match((await other.ask(changed.href)).headers.get('location') ?? '', /login=failed$/);
    assert.equal((await browser.ask(came)).headers.get('location'), `${url}/desk`);
    browser.cookies(url).delete('thawline-desk');
    assert.match((await browser.ask(came)).headers.get('location') ?? '', /login=failed$/, 'twice');

    const slow = new HandBrowser();
    const late = await signedIn('wong.ka', slow);
    ahead = 10 * minutes + 1;
    assert.match((await slow.ask(late)).headers.get('location') ?? '', /login=failed$/);
  });

  it('goes on with a log-in over a rotation of the secret, and with none that another has closed', async () => {
    const came = await signedIn('wong.ka');
    secrets = [testKey(2), ...secrets];
    assert.equal((await browser.ask(came)).headers.get('location'), `${url}/desk`);
    const other = new HandBrowser();
    const later = await signedIn('wong.ka', other);
    secrets = [testKey(3)];
    assert.match((await other.ask(later)).headers.get('location') ?? '', /login=failed$/);
  });

  it('says that somebody was not let in at the provider', async () => {
    assert.equal(await logsIn('nobody'), '/desk?login=refused');
    assert.equal(await me(), 401);
  });

  it('says that the provider is down, and lets in when it is back, while sessions that stand go on', async () => {
    await logsIn('wong.ka');
    const other = new HandBrowser();
    provider = providerOf({ OIDC_ISSUER: 'http://127.0.0.1:9' });
    const answer = await other.ask(`${url}/desk/login`);
    assert.equal(answer.headers.get('location'), `${url}/desk?login=unavailable`);
    assert.equal(await me(), 200);
    const left = (await (await browser.post(`${url}/desk/logout`)).json()) as { goTo: string };
    assert.equal(left.goTo, `${url}/desk?login=unavailable`);
    assert.equal(await me(), 401, 'here it is over all the same');
    const came = async () => signedIn('wong.ka', other);
    provider = providerOf({ OIDC_ISSUER: bank.issuer });
    assert.equal((await other.ask(await came())).headers.get('location'), `${url}/desk`);
  });

  it('takes a clock that is a minute off, and refuses a token that is over', async () => {
    ahead = 1 * hours + 30_000;
    provider = providerOf({ OIDC_ISSUER: bank.issuer });
    assert.equal(await logsIn('wong.ka'), '/desk');
    ahead = 2 * hours;
    provider = providerOf({ OIDC_ISSUER: bank.issuer });
    assert.equal(await logsIn('wong.ka', new HandBrowser()), '/desk?login=failed');
  });

  it('refuses a client secret that is not its own, and says nothing of it in the log', async () => {
    provider = providerOf({
      OIDC_ISSUER: bank.issuer,
      OIDC_CLIENT_SECRET: 'another-secret-0000000000000000',
    });
    assert.equal(await logsIn('wong.ka'), '/desk?login=failed');
    const said = lines.join('');
    assert.match(said, /a log-in came to nothing/);
    assert.doesNotMatch(said, /another-secret|code=|eyJ/);
  });
});
