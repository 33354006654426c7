import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { longestUtteranceLine, understandCommand } from '../../cli/understandCommand.ts';
import { run } from '../../kit/command.ts';

async function printed(chunks: readonly (string | Buffer)[], options: readonly string[] = []) {
  const output = new PassThrough();
  const terminal = { out: () => assert.fail('wrote past the output'), err: assert.fail };
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const reading = text(output);
  const exitCode = await run(
    understandCommand({ terminal, input, output, environment: () => ({}) }),
    [...options],
    terminal,
  );
  output.end();
  const lines = (await reading).split('\n').slice(0, -1);
  return { exitCode, answers: lines.map((line) => JSON.parse(line)) };
}

describe('thawline understand', () => {
  it('prints what it understands of each line, in its order', async () => {
    const { exitCode, answers } = await printed(['my card is fro', 'zen\r\n解凍\n', '帮我转人工']);
    assert.equal(exitCode, 0);
    assert.deepEqual(
      answers.map(({ text, language, intent }) => [text, language, intent]),
      [
        ['my card is frozen', 'en', 'cardStatus'],
        ['解凍', 'zh-Hant', 'unfreeze'],
        ['帮我转人工', 'zh-Hans', 'agent'],
      ],
    );
    for (const { confidence } of answers) assert.ok(confidence > 0.5 && confidence <= 1);
  });

  it('says why with --explain, and only then', async () => {
    const sentences = ['please dont UNFREEZE my card\n', 'my card was stolen'];
    const { answers } = await printed(sentences, ['--explain']);
    const [refused, stolen] = answers.map(({ because }) => because);
    assert.equal(refused.normalForm, 'please dont unfreeze my card');
    assert.deepEqual(refused.guard, { rule: 'refused', may: ['deny'] });
    assert.equal(stolen.reportsLoss, true);
    const [first] = Object.keys(stolen.intents);
    assert.equal(first, 'freezeOrReport');
    for (const answer of (await printed(sentences)).answers) assert.ok(!('because' in answer));
  });

  it('answers an empty line, one that is no UTF-8, one in another language and one that is far too long', async () => {
    const { answers } = await printed([
      '\n',
      Buffer.from([0xff, 0xfe, 0x0a]),
      'カードが使えません\n',
      'x'.repeat(longestUtteranceLine),
      'x\nhelp\n',
    ]);
    assert.deepEqual(
      answers.map(({ text, language, intent }) => [text.length, language, intent]),
      [
        [0, 'en', 'none'],
        [2, 'en', 'none'],
        [9, 'zh-Hans', 'none'],
        [longestUtteranceLine, 'en', 'none'],
        [4, 'en', 'help'],
      ],
    );
  });

  it('answers a line before the next one comes', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const terminal = { out: assert.fail, err: assert.fail };
    const running = run(
      understandCommand({ terminal, input, output, environment: () => ({}) }),
      [],
      terminal,
    );
    input.write('hello\n');
    for await (const chunk of output) {
      assert.equal(JSON.parse(String(chunk)).intent, 'greet');
      input.end();
      break;
    }
    await running;
  });
});
