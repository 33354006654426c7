import assert from 'node:assert/strict';
import { proxies, proxyProblem } from '../../../kit/http/trustedProxies.ts';

describe('the proxies that are trusted', () => {
  it('are addresses and networks of both versions, in any writing', () => {
    const isTrusted = proxies(['10.0.0.0/8', '192.0.2.1', '2001:DB8:0::/48', '::ffff:198.51.100.0/120']);
    for (const address of ['10.1.2.3', '192.0.2.1', '2001:db8::7', '198.51.100.7'])
      assert.ok(isTrusted(address));
    for (const address of ['11.0.0.1', '192.0.2.2', '2001:db8:1::7', '198.51.101.7'])
      assert.ok(!isTrusted(address), address);
  });

  it('are not everybody', () => {
    const everybody = [
      '0.0.0.0/0',
      '::/0',
      '0.0.0.0/1',
      '128.0.0.0/1',
      '10.0.0.0/7',
      '2000::/3',
      '::ffff:0:0/96',
    ];
    for (const network of everybody) {
      assert.match(proxyProblem(network) ?? '', /trusts whoever there is/, network);
      assert.throws(() => proxies(['10.0.0.1', network]), { code: 'settingsInvalid' });
    }
  });

  it('are no names, and no networks that there are not', () => {
    for (const wrong of [
      'proxy.example',
      '10.0.0.0/33',
      '10.0.0.0/x',
      '10.0.0.0/',
      '/8',
      '10.0.0.1:80',
      '::/129',
      '*',
    ])
      assert.match(proxyProblem(wrong) ?? '', /is no address and no network/, wrong);
  });
});
