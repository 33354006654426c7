import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directLine } from '../bot/contract/directLine.ts';
import { phoneAddresses } from '../demo/contract/phoneAddresses.ts';
import { addressOf } from '../kit/addressOf.ts';
import { bankBase } from '../services/bankApi/addresses.ts';
import { secureFormAddresses } from '../services/contract/secureFormAddresses.ts';
import { root } from './runs/imports.ts';

/** Every list of addresses, and where it stands. */
const lists: readonly { file: string; addresses: readonly string[] }[] = [
  { file: 'bot/contract/directLine.ts', addresses: Object.values(directLine) },
  { file: 'services/contract/secureFormAddresses.ts', addresses: Object.values(secureFormAddresses) },
  { file: 'demo/contract/phoneAddresses.ts', addresses: Object.values(phoneAddresses) },
  { file: 'services/bankApi/addresses.ts', addresses: [bankBase] },
];

const files = globSync('{kit,brand,services,bot,cli,demo,web,build}/**/*.{ts,tsx}', { cwd: root });

describe('an address', () => {
  it('stands in one list alone, which server and page share', () => {
    const elsewhere = files.flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
      const strings = [...code.matchAll(/['`](\/[^'`\s]*)/g)];
      return lists
        .filter((list) => list.file !== file)
        .flatMap(({ addresses }) => addresses.map((address) => address.replace(/\/:\w+$/, '')))
        .filter((address) => strings.some(([, written]) => isUnder(address, written ?? '')))
        .map((address) => `${file}: ${address}`);
    });
    assert.deepEqual(elsewhere, []);
  });

  it('takes what stands in it as one piece, whatever that is', () => {
    assert.equal(
      addressOf('/calls/:id/events/:event', { id: 'a b', event: '../c?d#e' }),
      '/calls/a%20b/events/..%2Fc%3Fd%23e',
    );
  });
});

/** What begins with an address, and goes on with another part of it. */
const isUnder = (address: string, written: string) =>
  written === address || written.startsWith(`${address}/`);
