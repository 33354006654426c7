import assert from 'node:assert/strict';
import { command, run } from '../../kit/command.ts';
import { type ErrorCode, UnfreezeError } from '../../kit/errors.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';

describe('a command', () => {
  async function running(words: string[], work: () => unknown = () => {}) {
    const { terminal, said } = recordedTerminal();
    const program = command('melt', terminal);
    program
      .command('ice')
      .argument('<WHERE>')
      .action(async (where: string) => {
        await work();
        terminal.out(`melted ${where}\n`);
      });
    return { code: await run(program, words, terminal), ...said };
  }
  const failing = (error: unknown) =>
    running(['ice', 'here'], () => {
      throw error;
    });

  it('exits 0 when its work is done', async () => {
    assert.deepEqual(await running(['ice', 'here']), { code: 0, out: 'melted here\n', err: '' });
  });

  it('exits only after work that takes its time', async () => {
    const slow = () => new Promise((resolve) => setImmediate(resolve));
    assert.equal((await running(['ice', 'here'], slow)).out, 'melted here\n');
  });

  it('exits 0 and explains itself on standard output when asked to', async () => {
    for (const words of [['--help'], ['-h'], ['help'], ['ice', '--help']]) {
      const { code, out, err } = await running(words);
      assert.deepEqual({ code, err }, { code: 0, err: '' }, words.join(' '));
      assert.match(out, /^Usage: melt /);
    }
  });

  it('exits 2 when it was used wrongly, with the reason and its usage on standard error', async () => {
    const wrong: [words: string[], reason: RegExp][] = [
      [[], /^Usage: melt /],
      [['freeze'], /unknown command 'freeze'/],
      [['ice'], /missing required argument 'WHERE'/],
      [['ice', 'here', 'there'], /too many arguments/],
      [['ice', 'here', '--fast'], /unknown option '--fast'/],
    ];
    for (const [words, reason] of wrong) {
      const { code, out, err } = await running(words);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, words.join(' '));
      assert.match(err, reason);
      assert.match(err, /Usage: melt/);
    }
  });

  it('exits 2 where a setting or an argument was wrong and 1 where it failed, with our words alone', async () => {
    const codes: [ErrorCode, number][] = [
      ['settingsInvalid', 2],
      ['messageInvalid', 2],
      ['storeUnavailable', 1],
      ['internal', 1],
    ];
    for (const [code, exit] of codes) {
      const error = new UnfreezeError(code, 'it is too cold', { cause: new Error('the boiler') });
      assert.deepEqual(await failing(error), { code: exit, out: '', err: 'it is too cold\n' }, code);
    }
  });

  it('exits 1 on an error that is not ours, with only what a log may know of it', async () => {
    const error = Object.assign(new TypeError('no card 6200000000000011114'), { parameters: ['hunter2'] });
    const { code, out, err } = await failing(error);
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.match(err, /^\{"type":"TypeError","message":"no card \[digits\]".*\}\n$/);
    assert.doesNotMatch(err, /hunter2|\d{13}/);
  });

  it('exits 1 on what was thrown without being an error', async () => {
    const { code, err } = await failing('hunter2');
    assert.deepEqual({ code, err }, { code: 1, err: '{"type":"string","message":"not an Error"}\n' });
  });
});
