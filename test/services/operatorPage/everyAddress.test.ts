import assert from 'node:assert/strict';
import { operatorOpenApi } from '../../../services/operatorPage/openApi.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { HandBrowser } from '../../kit/login/handBrowser.ts';
import { OperatorService } from './operatorService.ts';

type Operation = { security?: object[] };
const { paths } = operatorOpenApi() as { paths: Record<string, Record<string, Operation>> };

/** Every address of the page that is not for everybody, from its document, which is compared with the running service elsewhere. */
const guarded = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { security }]) => security === undefined)
    .map(([method, _operation]) => ({ path, method })),
);
/** What anybody may do who is logged in, whatever their role. */
const forEverybody = ['/operator/me', '/operator/logout'];

/** Who the demo bank's people are, and what each may not have asked for. */
const refusedTo: Readonly<Record<string, readonly string[]>> = {
  'chen.jie': guarded.map(({ path }) => path).filter((path) => !forEverybody.includes(path)),
  'lin.yating': ['/operator/act', '/operator/trail.csv', '/operator/trail/verify'],
  'mary.quinn': ['/operator/act', '/operator/decide'],
};

describe('every address of the operator’s page', () => {
  let service: OperatorService;
  before(async () => {
    service = await OperatorService.open(emptySqlite);
  });
  after(() => service.close());

  const asks = (browser: HandBrowser, { path, method }: { path: string; method: string }, headers = {}) =>
    method === 'get'
      ? browser.ask(`${service.url}${path}`, { headers })
      : browser.post(`${service.url}${path}`, {}, headers);

  it('is one of more than ten, and none of them is for everybody but the page, its files and the log-in', () => {
    assert.ok(guarded.length > 10, String(guarded.length));
    const open = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).some(({ security }) => security !== undefined) ? [path] : [],
    );
    assert.deepEqual(open.sort(), [
      ...['/operator', '/operator/assets/{file}', '/operator/callback', '/operator/login'],
    ]);
  });

  for (const one of guarded) {
    const { path, method } = one;
    if (path === '/operator/logout') continue;
    it(`answers nobody at ${method.toUpperCase()} ${path}: without a session, with a forged or an altered one`, async () => {
      const operator = await service.as('tayo.oduya');
      const [name = '', token = ''] = [...operator.browser.cookies(service.url)].at(-1) ?? [];
      const last = token.at(-1) === 'A' ? 'B' : 'A';
      const forged = [
        '',
        'x'.repeat(43),
        `${token.slice(0, -1)}${last}`,
        `${token}A`,
        '../../etc',
        "' OR '1'='1",
      ];
      for (const value of forged) {
        const stranger = new HandBrowser();
        const response = await asks(stranger, one, { Cookie: `${name}=${value}` });
        assert.equal(response.status, 401, `${path} ${value}`);
      }
      assert.equal((await asks(new HandBrowser(), one)).status, 401);
    });

    if (method !== 'get')
      it(`takes nothing at ${path} from a page of another site, a form, or one that hides whose it is`, async () => {
        const operator = await service.as('tayo.oduya');
        for (const headers of [
          { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
          { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
          { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
          { 'Sec-Fetch-Site': 'same-site', Origin: service.url.replace('127.0.0.1', 'localhost') },
        ]) {
          const { status } = await asks(operator.browser, one, headers);
          assert.equal(status, 403, `${path} ${JSON.stringify(headers)}`);
        }
      });
  }

  for (const [login, paths] of Object.entries(refusedTo))
    it(`refuses ${login} what their role has not, and nothing else`, async () => {
      const person = await service.as(login);
      for (const one of guarded) {
        if (one.path === '/operator/logout') continue;
        const { status } = await asks(person.browser, one);
        assert.equal(status === 403, paths.includes(one.path), `${one.path}: ${status}`);
      }
    });
});
