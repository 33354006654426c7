import assert from 'node:assert/strict';
import { Thawline } from './thawline.ts';

describe('the operator’s page where the bank’s side runs alone', () => {
  let thawline: Thawline;
  let url: string;
  before(async () => {
    thawline = await Thawline.startedApart({ OPERATOR_PORT: '0' });
    url =
      /"url":"([^"]+)","msg":"the operator’s page is served"/.exec(thawline.log)?.[1] ??
      assert.fail(thawline.log);
  });
  after(() => thawline.close());

  const asked = (base: string, path: string) => fetch(`${base}${path}`, { redirect: 'manual' });

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
});
