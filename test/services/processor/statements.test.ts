import assert from 'node:assert/strict';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { type Statements, statementsOf } from '../../bot/turn/statementsOf.ts';
import { databases, databasesOf } from '../../databases/databases.ts';
import { cardSystems } from '../cardSystem/cardSystems.ts';
import { browser, liNa } from '../testBank.ts';

/** Reads, writes and commits of a message. */
type Counted = readonly [reads: number, writes: number, commits: number];

const counted = ({ reads, writes, commits }: Statements): Counted => [reads.length, writes.length, commits];

const [embedded, remote] = cardSystems;
assert.ok(embedded && remote);

/** What each message costs today, on either database. Whoever makes one cheaper pins that here; none may grow. */
const pinned: readonly [typeof embedded, Record<string, Counted>][] = [
  [
    embedded,
    {
      query: [2, 4, 1],
      request: [3, 3, 1],
      'right document': [6, 3, 1],
      'wrong password': [8, 6, 2],
      'right password': [8, 9, 2],
    },
  ],
  [
    remote,
    {
      query: [2, 4, 1],
      request: [2, 3, 1],
      'right document': [6, 3, 1],
      'wrong password': [8, 5, 2],
      'right password': [10, 10, 3],
    },
  ],
];

for (const database of databasesOf(import.meta.filename)) {
  for (const [{ name, open }, expected] of pinned) {
    it(`what a message asks of ${database} is pinned, with ${name}`, async () => {
      const { bank, close } = await open(databases[database]);
      try {
        const found: Record<string, Counted> = {};
        const asks = async (message: string, does: () => Promise<unknown>) => {
          found[message] = counted(await statementsOf(bank.store, does));
        };
        const query = { card: await bank.card(liNa.number), userTerminal: browser };
        // What the first of all makes, such as the row of the steady time, no other one makes.
        await bank.customerService.queryCardStatus(query);
        for (const password of ['000000', liNa.transactionPassword]) {
          await asks('query', () => bank.customerService.queryCardStatus(query));
          let answer: Awaited<ReturnType<typeof bank.processor.requestUnfreezing>> | undefined;
          await asks('request', async () => {
            answer = await bank.processor.requestUnfreezing(query);
          });
          assert.ok(answer?.outcome === 'authenticationRequested');
          const { authenticationRequest } = answer;
          const gives = async (item: 'identityDocument' | 'transactionPassword', value: string) => {
            const envelope = await seal(value, { authenticationRequest, item });
            const of = { authenticationRequest: authenticationRequest.id, userTerminal: browser };
            const isRight = value !== '000000';
            const what = item === 'identityDocument' ? 'document' : 'password';
            await asks(`${isRight ? 'right' : 'wrong'} ${what}`, () =>
              bank.processor.giveAuthenticationInformation({ ...of, item, envelope }),
            );
          };
          await gives('identityDocument', liNa.identityDocument);
          await gives('transactionPassword', password);
          bank.passes(60_000);
        }
        const { query: [reads, ...others] = [0, 0, 0] } = expected;
        // There everybody counts in several rows, which are summed once a second.
        const summed = database === 'PostgreSQL' ? 1 : 0;
        assert.deepEqual(found, { ...expected, query: [reads + summed, ...others] });
      } finally {
        await close();
      }
    });
  }
}
