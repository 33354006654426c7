import assert from 'node:assert/strict';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { minutes } from '../../../../kit/time.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { DirectLineService } from './directLineService.ts';

const free = 3;

describe('the proof of work', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;
  const begun = Date.now();
  let ahead = 0;
  before(async () => {
    service = await DirectLineService.open({
      folder: folder.path,
      clock: () => new Date(begun + ahead),
      traffic: { workAbove: free },
    });
  });
  after(async () => {
    await service.close();
    folder.remove();
  });
  beforeEach(() => {
    // A minute of its own for each.
    ahead += 1 * minutes;
  });

  const begins = (proof?: string) =>
    service.call(
      'POST',
      '/webchat/token',
      proof === undefined ? {} : { headers: { 'Thawline-Proof': proof } },
    );
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  async function challenged(): Promise<Challenge> {
    for (let count = 0; count < free; count++) await begins();
    const { status, headers } = await begins();
    assert.equal(status, 428);
    return JSON.parse(Buffer.from(headers.get('Thawline-Challenge') ?? '', 'base64url').toString());
  }
  async function solved(challenge: Challenge) {
    return { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
  }

  it('is wanted of nobody while few conversations are begun', async () => {
    for (let count = 0; count < free; count++) assert.equal((await begins()).status, 200);
  });

  it('is wanted of who begins another above the level, and lets in once who brings it', async () => {
    const proof = written(await solved(await challenged()));
    assert.equal((await begins(proof)).status, 200);
    assert.equal((await begins(proof)).status, 428, 'the same again');
  });

  it('is none where it was made up, made easier, signed by another, of two minutes ago, or no proof at all', async () => {
    const { challenge, solution } = await solved(await challenged());
    const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } };
    const others = [
      { challenge, solution: { ...solution, counter: 1, derivedKey: '00' } },
      { challenge, solution: { ...solution, derivedKey: '0'.repeat(64) } },
      await solved(easier),
      { challenge: { ...challenge, signature: '0'.repeat(64) }, solution },
      { challenge },
      [],
    ].map(written);
    for (const proof of [...others, 'hello', 'x'.repeat(3_000), '%'])
      assert.equal((await begins(proof)).status, 428, proof.slice(0, 40));
    ahead += 3 * minutes;
    for (let count = 0; count <= free; count++) await begins();
    assert.equal((await begins(written({ challenge, solution }))).status, 428);
  });

  it('is asked again of a challenge that the service never has to remember', async () => {
    const first = await solved(await challenged());
    const second = await solved(await challenged());
    for (const proof of [second, first]) assert.equal((await begins(written(proof))).status, 200);
  });
});
