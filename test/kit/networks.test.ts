import assert from 'node:assert/strict';
import { networksOf } from '../../kit/networks.ts';

describe('the networks in which an address is counted', () => {
  it('are those of 64, 56 and 48 bits of version 6, with 1, 4 and 16 times the budget', () => {
    assert.deepEqual(networksOf('2001:db8:12ab:34cd::/64'), [
      { network: '2001:db8:12ab:34cd::/64', times: 1 },
      { network: '2001:db8:12ab:3400::/56', times: 4 },
      { network: '2001:db8:12ab::/48', times: 16 },
    ]);
    assert.deepEqual(networksOf('2001:db8:12ab:34cd:1::9'), networksOf('2001:0db8:12ab:34cd:0:0:0:0'));
  });

  it('are the address itself and 24 bits of version 4, with 1 and 4 times the budget, however it is written', () => {
    const counted = [
      { network: '198.51.100.7', times: 1 },
      { network: '198.51.100.0/24', times: 4 },
    ];
    assert.deepEqual(networksOf('198.51.100.7'), counted);
    assert.deepEqual(networksOf('::ffff:198.51.100.7'), counted);
  });

  for (const network of ['', 'somewhere', '300.1.1.1', '1.2.3.4.5/8'])
    it(`is "${network}" alone, which is no address`, () => {
      assert.deepEqual(networksOf(network), [{ network, times: 1 }]);
    });
});
