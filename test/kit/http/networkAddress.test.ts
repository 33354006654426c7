import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { beyondThisMachine, networkAddress } from '../../../kit/http/networkAddress.ts';
import type { Slip } from '../../../kit/slips.ts';

const requestWith = (remoteAddress: string, headers: Record<string, string>) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const request = (remoteAddress: string, forwarded?: string) =>
  requestWith(remoteAddress, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });

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

  it('is read with the port and the brackets that gateways write', () => {
    for (const [written, read] of [
      ['198.51.100.7:4711', '198.51.100.7'],
      ['[2001:db8:1:2::7]:4711', '2001:db8:1:2::/64'],
      ['[2001:db8:1:2::7]', '2001:db8:1:2::/64'],
      ['2001:DB8:0001:2:0::7', '2001:db8:1:2::/64'],
      ['::ffff:198.51.100.7', '198.51.100.7'],
      ['::ffff:c633:6407', '198.51.100.7'],
      ['[::ffff:198.51.100.7]:80', '198.51.100.7'],
      ['203.0.113.1:80, 198.51.100.7:81, 192.0.2.1:82, [2001:db8:ffff::1]:83', '198.51.100.7'],
    ])
      assert.equal(address(request('10.1.2.3', written)), read, written);
  });

  it('is read from Forwarded (RFC 7239) through several trusted hops', () => {
    for (const [written, read] of [
      ['for=198.51.100.7', '198.51.100.7'],
      ['For="[2001:db8:1:2::7]:4711";proto=https;by=203.0.113.43', '2001:db8:1:2::/64'],
      ['for=203.0.113.1, for="198.51.100.7:4711";host=bank.example, for=192.0.2.1', '198.51.100.7'],
      ['for=203.0.113.1,for=unknown', '10.1.2.3'],
      ['for=203.0.113.1, for=_hidden, for=192.0.2.1', '192.0.2.1'],
      ['for=203.0.113.1, by=192.0.2.1', '10.1.2.3'],
      ['for="198.51.100.7', '10.1.2.3'],
      ['', '10.1.2.3'],
    ])
      assert.equal(address(requestWith('10.1.2.3', { forwarded: String(written) })), read, written);
    assert.equal(address(requestWith('198.51.100.7', { forwarded: 'for=203.0.113.1' })), '198.51.100.7');
  });

  it('is nobody’s where X-Forwarded-For and Forwarded say two things, and is counted all the same', () => {
    const both = (forwarded: string) =>
      address(requestWith('10.1.2.3', { 'x-forwarded-for': '198.51.100.7', forwarded }));
    assert.equal(both('for="198.51.100.7:4711"'), '198.51.100.7');
    for (const claim of ['for=203.0.113.1', 'for=127.0.0.1', 'for=', 'for=unknown'])
      assert.equal(both(claim), '0.0.0.0', claim);
    assert.notEqual(beyondThisMachine('0.0.0.0'), undefined);
  });

  it('tells of a proxy that nobody has named, and not of an address that may be a customer’s', () => {
    const noticed: Slip[] = [];
    const from = networkAddress(['10.0.0.0/8'], (slip) => noticed.push(slip));
    const told = (peer: string, headers: Record<string, string>) => {
      from(requestWith(peer, headers));
      return noticed.splice(0).map(({ slip, about }) => `${slip} ${about}`);
    };
    const claim = { 'x-forwarded-for': '203.0.113.1' };
    assert.deepEqual(told('192.168.7.1', claim), ['proxyNotNamed 192.168.7.1']);
    assert.deepEqual(told('::1', { forwarded: 'for=203.0.113.1' }), ['proxyNotNamed ::1']);
    assert.deepEqual(told('198.51.100.7', claim), ['proxyNotNamed an address of the internet']);
    assert.deepEqual(told('10.0.0.1', { ...claim, forwarded: 'for=203.0.113.2' }), [
      'forwardedTwoWays 10.0.0.1',
    ]);
    assert.deepEqual([...told('198.51.100.7', {}), ...told('10.0.0.1', claim)], []);
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
