import assert from 'node:assert/strict';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { SocketPlaces } from '../../../../bot/channels/directLine/socketPlaces.ts';
import { RequestRefused } from '../../../../kit/http/errorAnswers.ts';

describe('the places of streams', () => {
  let from: string;
  const request = new IncomingMessage(new Socket());
  const taken = (places: SocketPlaces, address: string) => {
    from = address;
    return places.take(request);
  };
  const refused = (code: string) => (error: unknown) =>
    error instanceof RequestRefused && error.answer === code && error.headers['Retry-After'] === '30';

  it('are so many of an address and over all, and free again when a stream ends', () => {
    const places = new SocketPlaces({ most: { address: 2, all: 4 }, networkAddress: () => from });
    const leave = taken(places, '198.51.100.7');
    taken(places, '198.51.100.7');
    assert.throws(() => taken(places, '198.51.100.7'), refused('tooManyRequests'));
    taken(places, '203.0.113.1');
    taken(places, '203.0.113.1');
    assert.throws(() => taken(places, '192.0.2.1'), refused('overloaded'));
    leave();
    taken(places, '198.51.100.7');
  });

  it('are not counted by address where nobody tells addresses apart', () => {
    const places = new SocketPlaces({ most: { address: 1, all: 3 }, networkAddress: () => '127.0.0.1' });
    for (let times = 0; times < 3; times++) taken(places, '');
    assert.throws(() => taken(places, ''), refused('overloaded'));
  });
});
