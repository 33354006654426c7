import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promises } from '../../../cli/conformance/promises.ts';
import { conformanceCommand } from '../../../cli/conformanceCommand.ts';
import { CardSystem } from '../../../docs/examples/cardSystem.ts';
import { run } from '../../../kit/command.ts';
import { recordedTerminal } from '../../services/recordedTerminal.ts';
import { cards, served, token } from './fullCardSystem.ts';
import { wrong } from './wrongWays.ts';

const testCards = join(fileURLToPath(new URL('../../..', import.meta.url)), 'docs/examples/testCards.json');

describe('thawline conformance', () => {
  async function conformance(words: string[], given: NodeJS.ProcessEnv = { CARD_SYSTEM_TOKEN: token }) {
    const { terminal, said } = recordedTerminal();
    const around = { terminal, environment: () => given, clock: () => new Date() };
    const program = conformanceCommand({ ...around, pause: async () => {} });
    const code = await run(program, [...words, '--cards', testCards], terminal);
    assert.doesNotMatch(JSON.stringify(said), new RegExp(token));
    return { code, ...said };
  }

  it('says in words what is kept, and ends with 0', async () => {
    const found = await served(new CardSystem(token, cards()), (url) =>
      conformance([url, '--only', 'lookUp']),
    );
    assert.equal(found.code, 0);
    assert.match(found.out, /^kept +lookUp .+\n1 promises: 1 kept, 0 broken, 0 not tried\n\d+ requests in /);
  });

  it('says for a program what is broken, and ends with 1', async () => {
    const found = await served(wrong(['wrongVersion']), (url) =>
      conformance([url, '--json', '--only', 'wrongVersion', 'notFrozen']),
    );
    assert.deepEqual([found.code, found.err], [1, '1 promises are broken\n']);
    const { promises: tried } = JSON.parse(found.out);
    assert.deepEqual(
      tried.map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome]),
      promises
        .map(({ id }) => [id, id === 'wrongVersion' ? 'broken' : 'kept'])
        .filter(([id]) => id === 'wrongVersion' || id === 'notFrozen'),
    );
  });

  for (const [what, words, given, reason] of [
    ['a password would go in clear', ['http://cards.bank.example'], undefined, /^URL: must be https/],
    ['the address is none', ['cards'], undefined, /^URL: must be https/],
    ['there is no token', ['http://127.0.0.1:1'], {}, /^CARD_SYSTEM_TOKEN: /],
    ['a promise is unknown', ['http://127.0.0.1:1', '--only', 'all'], undefined, /^no such promise: all; /],
    ['a bound is none', ['http://127.0.0.1:1', '--requests', '0'], undefined, /--requests/],
  ] as const)
    it(`asks nothing where ${what}`, async () => {
      const found = await conformance([...words], given);
      assert.equal(found.code, 2);
      assert.match(found.err, reason);
    });
});
