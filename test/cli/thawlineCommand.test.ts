import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import { programs } from '../../cli/programs.ts';
import { thawlineCommand } from '../../cli/thawlineCommand.ts';
import { run } from '../../kit/command.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';

describe('thawline', () => {
  async function thawline(...words: string[]) {
    const { terminal, said } = recordedTerminal();
    const environment = (): never => assert.fail('help needs no settings');
    const surroundings = { terminal, environment, input: Readable.from([]), output: new Writable() };
    const program = await thawlineCommand({ ...surroundings, clock: () => new Date() }, words);
    return { code: await run(program, words, terminal), ...said };
  }

  it('says what there is, in one line or two each', async () => {
    const { code, out } = await thawline('--help');
    assert.equal(code, 0);
    for (const name of Object.keys(programs)) assert.match(out, new RegExp(`^  ${name} +\\S`, 'm'));
  });

  it('says how each command is used, the same way for all, and needs no settings for it', async () => {
    for (const name of Object.keys(programs))
      for (const words of [
        [name, '--help'],
        [name, '-h'],
        ['help', name],
      ]) {
        const { code, out, err } = await thawline(...words);
        assert.deepEqual([code, err], [0, ''], words.join(' '));
        assert.match(out, new RegExp(`^Usage: thawline ${name} `), words.join(' '));
      }
  });

  it('names the nearest command for one that there is not, and the exit code is 2', async () => {
    const { code, err } = await thawline('card', 'list');
    assert.equal(code, 2);
    assert.match(err, /unknown command 'card'\n\(Did you mean cards\?\)/);
  });

  it('says what it can do where no command is named', async () => {
    const { code, err } = await thawline();
    assert.equal(code, 2);
    assert.match(err, /^Usage: thawline /);
  });
});
