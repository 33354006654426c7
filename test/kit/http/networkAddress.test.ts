import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { beyondThisMachine, networkAddress } from '../../../kit/http/networkAddress.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('the network address of a client', () => {
  const address = networkAddress(['10.0.0.0/8', '192.0.2.1', '2001:db8:ffff::/48']);

  it('is that of the socket, whatever an untrusted peer claims', () => {
    assert.equal(address(request('198.51.100.7', '203.0.113.1')), '198.51.100.7');
    assert.equal(address(request('::ffff:198.51.100.7')), '198.51.100.7');
  });

  it('is the right-most one that is no trusted proxy', () => {
    assert.equal(address(request('10.1.2.3', '203.0.113.1, 198.51.100.7, 192.0.2.1')), '198.51.100.7');
    assert.equal(address(request('::ffff:10.1.2.3', '198.51.100.7')), '198.51.100.7');
    assert.equal(address(request('2001:db8:ffff::1', '198.51.100.7')), '198.51.100.7');
  });

  it('is that of the proxy where the header is absent or no address', () => {
    assert.equal(address(request('10.1.2.3')), '10.1.2.3');
    assert.equal(address(request('10.1.2.3', '198.51.100.7, unknown')), '10.1.2.3');
  });

  it('counts an IPv6 network of 64 bits as one', () => {
    assert.equal(address(request('2001:db8:1:2:3:4:5:6')), '2001:db8:1:2::/64');
    assert.equal(address(request('2001:db8::6')), '2001:db8:0:0::/64');
    assert.equal(address(request('::1')), '0:0:0:0::/64');
  });

  it('is none for a limit where it is this machine’s own, or not known any more', () => {
    for (const own of [
      '127.0.0.1',
      '127.8.9.1',
      '',
      address(request('::1')),
      address(request('::ffff:127.0.0.1')),
    ])
      assert.equal(beyondThisMachine(own), undefined);
    for (const other of ['198.51.100.7', '2001:db8:1:2::/64']) assert.equal(beyondThisMachine(other), other);
  });

  it('refuses a setting that is no address and no network', () => {
    for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.0/x']) {
      assert.throws(() => networkAddress([wrong]), { code: 'settingsInvalid' });
    }
  });
});
