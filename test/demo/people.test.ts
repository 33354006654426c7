import assert from 'node:assert/strict';
import pino from 'pino';
import { demoPeople } from '../../demo/people.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';

const checks = { state: 'a-state', nonce: 'a-nonce', verifier: 'a-verifier' };

describe('the log-in of the demo bank', () => {
  let server: HttpServer;
  let url = '';

  before(async () => {
    server = new HttpServer({ log: pino({ level: 'silent' }), https: false, routes: [demoPeople.page] });
    url = `http://127.0.0.1:${(await server.listen('127.0.0.1', 0)).port}`;
  });

  after(() => server.close());

  it('offers somebody of each role, and leads back as who was chosen', async () => {
    const address = await demoPeople.provider.begins(`${url}/desk/callback`, checks);
    const page = await (await fetch(address)).text();
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    const chosen = await Promise.all(
      links.map((href) => demoPeople.provider.identifies(new URL(href), checks)),
    );
    const roles = new Set(chosen.flatMap((one) => one.roles));
    assert.deepEqual([...roles].sort(), ['agent', 'auditor', 'operator', 'supervisor']);
  });

  it('leads to no other site', async () => {
    const query = new URLSearchParams({ back: 'https://evil.example/', state: 'a' });
    assert.equal((await fetch(`${url}/demo/log-in?${query}`)).status, 403);
    const script = new URLSearchParams({ back: 'javascript:alert(1)', state: 'a' });
    assert.equal((await fetch(`${url}/demo/log-in?${script}`)).status, 400);
  });

  for (const [wrong, query] of [
    ['another state', 'code=chen.jie&state=b'],
    ['nobody of the bank', 'code=constructor&state=a-state'],
    ['nobody', 'state=a-state'],
  ])
    it(`takes no answer with ${wrong}`, async () => {
      const came = new URL(`${url}/desk/callback?${query}`);
      await assert.rejects(demoPeople.provider.identifies(came, checks), { why: 'failed' });
    });
});
