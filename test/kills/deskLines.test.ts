import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isLong } from '../counts.ts';
import { Thawline } from '../journeys/thawline.ts';

/** Kills between the writing of a line and its delivery. */
const kills = isLong ? 200 : 20;
const linesEach = 3;
/** A line is told within some tens of milliseconds. */
const longestTelling = 60;
const token = 'the-token-of-another-desk-of-the-bank';
const headers = {
  ...{ Authorization: `Bearer ${token}`, 'Thawline-Agent': 'wang' },
  'Content-Type': 'application/json',
};

describe('what an agent writes while the process is killed', function () {
  this.timeout(30 * 60_000);
  let thawline: Thawline;
  before(async () => {
    thawline = await Thawline.started({ DESK: 'on', DESK_TOKEN: token });
  });
  after(() => thawline.close());

  const asks = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
    const response = await fetch(`${thawline.url}/desk/api/${path}`, init);
    return (await response.json()) as Record<string, unknown>;
  };

  it(`comes in order and once: ${kills} kills`, async () => {
    const started = await thawline.start();
    await asks('presence', { paused: false });
    await thawline.say(started, 'talk to a person');
    const { cases } = (await asks('cases')) as { cases: { case: string }[] };
    const id = cases[0]?.case ?? assert.fail('no case');
    assert.deepEqual(await asks(`cases/${id}/claim`, {}), { outcome: 'done' });
    const written: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const lines = Array.from({ length: linesEach }, (_, place) => `line ${kill}.${place}`);
      for (const text of lines.slice(0, -1)) await asks(`cases/${id}/lines`, { id: randomUUID(), text });
      // The last may be lost with its request: then the page sends it again, under the same id.
      const last = { id: randomUUID(), text: lines.at(-1) };
      const asked = asks(`cases/${id}/lines`, last).catch(() => {});
      await setTimeout(randomInt(longestTelling));
      await thawline.kill();
      await asked;
      await thawline.up();
      assert.deepEqual(await asks(`cases/${id}/lines`, last), { outcome: 'done' });
      written.push(...lines);
    }
    const said = async () =>
      (await thawline.activities(started))
        .map(({ text = '' }) => /line \d+\.\d+$/.exec(text)?.[0])
        .filter((text) => text !== undefined);
    for (let tries = 0; tries < 100 && (await said()).length < written.length; tries++) await setTimeout(200);
    assert.deepEqual(await said(), written, thawline.failures);
  });
});
