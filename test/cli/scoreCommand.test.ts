import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreCommand } from '../../cli/scoreCommand.ts';
import { interval } from '../../cli/scoring.ts';
import { run } from '../../kit/command.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const folder = temporaryFolder();
after(() => folder.remove());

async function score(lines: readonly string[], options: readonly string[] = []) {
  const file = join(folder.path, 'sentences.txt');
  writeFileSync(file, lines.join('\n'));
  let [out, err] = ['', ''];
  const terminal = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const exitCode = await run(scoreCommand({ terminal }), [file, ...options], terminal);
  return { exitCode, out, err };
}

describe('thawline understand score', () => {
  it('counts what is right at once, by what was meant', async () => {
    const { exitCode, out } = await score([
      '# our own customers',
      'unfreeze\tplease unfreeze my card',
      'unfreeze\t帮我解冻',
      '',
      'cancel|deny\tno thanks',
      'other\twhat is the weather today',
      'fee\tdoes it cost anything to unfreeze',
    ]);
    assert.equal(exitCode, 0);
    assert.match(out, /^5 sentences, 100\.0 % right at once \(95 %: 56\.6 to 100\.0\)\n/);
    assert.match(out, /unfreeze: right 2, asked 0, wrong 0, dangerous 0/);
  });

  it('says of each loss whose word it was, which rule of the guard, and what the model takes it for', async () => {
    const { out } = await score(['agent\tunlock my piano', 'agent\tmy card 6200000000000011114 was stolen']);
    const [refused, stolen] = out
      .trimEnd()
      .split('\n')
      .slice(-2)
      .map((line) => line.split('\t'));
    assert.deepEqual(refused?.slice(0, 4), ['1', 'wrong', 'agent > none', 'guard otherThingNamed']);
    assert.match(refused?.[4] ?? '', /^model \w+ [01]\.\d\d$/);
    assert.equal(refused?.[5], 'unlock my piano');
    assert.deepEqual(stolen?.slice(0, 4), ['2', 'wrong', 'agent > freezeOrReport', 'loss']);
    assert.equal(stolen?.[5], 'my card • was stolen');
  });

  it('tells apart what is dangerous, and where the customer is asked which of two is meant', async () => {
    const { out } = await score(
      ['other\tplease unfreeze my card', 'unfreeze\tunfreze freeze my card'],
      ['--json'],
    );
    const { dangerous, lost } = JSON.parse(out);
    assert.equal(dangerous, 1);
    assert.equal(lost[0].verdict, 'dangerous');
    assert.equal(lost[0].meant, 'other');
  });

  it('refuses a file that is not so, with every line and no word of it', async () => {
    const { exitCode, err } = await score(['unfreeze please', 'thaw\tplease', 'agent\t']);
    assert.equal(exitCode, 2);
    assert.match(err, /line 1 is not .*; line 2 names no intent or topic; line 3 is not/);
    assert.doesNotMatch(err, /please/);
    assert.equal((await score(['# nothing'])).exitCode, 2);
    const terminal = { out: () => {}, err: () => {} };
    assert.equal(await run(scoreCommand({ terminal }), [join(folder.path, 'no such')], terminal), 2);
  });

  it('says how far a share may be off', () => {
    assert.deepEqual(
      interval(135, 150).map((share) => share.toFixed(1)),
      ['84.2', '93.8'],
    );
    assert.deepEqual(interval(0, 0), [0, 100]);
  });
});
