import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { type EmptyDatabase, onEachDatabase } from '../../databases/databases.ts';
import { spawnIn } from '../../journeys/serviceProcess.ts';

onEachDatabase('several processes on one database', (empty) => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await empty();
  });
  afterEach(() => database.remove());

  it('make its tables once and lose none of each other’s transactions, which read before they write', async () => {
    const [each, processes] = [40, 4];
    const counted = await Promise.all(
      Array.from({ length: processes }, async () => {
        const settings = { DATABASE_URL: database.url };
        const child = spawnIn('.', 'test/kit/store/countTo.ts', [String(each)], settings);
        const { stdout, stderr } = child;
        assert.ok(stdout && stderr);
        const [out, err] = await Promise.all([text(stdout), text(stderr)]);
        assert.equal(err, '');
        return Number(out);
      }),
    );
    assert.equal(Math.max(...counted), each * processes);
  });
});
