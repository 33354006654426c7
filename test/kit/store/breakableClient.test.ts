import assert from 'node:assert/strict';
import { BreakableClient } from '../../../kit/store/breakableClient.ts';

describe('a connection to PostgreSQL', () => {
  it('breaks without ending the process, whoever listens or not', () => {
    const client = new BreakableClient({ host: '127.0.0.1' });
    assert.ok(client.emit('error', new Error('terminating connection due to administrator command')));
  });
});
