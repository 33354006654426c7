import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScenarioChannel } from './channel.ts';
import { inProcess } from './inProcess.ts';
import { overDirectLine } from './overDirectLine.ts';
import { overTwilioMessages } from './overTwilioMessages.ts';
import { play } from './play.ts';
import { languagesOf, leftOut, readScenario } from './scenario.ts';
import { ScenarioBank } from './scenarioBank.ts';

const folder = fileURLToPath(new URL('files/', import.meta.url));
const files = globSync('**/*.scenario', { cwd: folder }).sort();

/** Every channel on which scenarios run; another one is one more line. */
const channels: Record<string, (bank: ScenarioBank) => Promise<ScenarioChannel>> = {
  'in process': async (bank) => inProcess(bank),
  'over Direct Line': overDirectLine,
  SMS: overTwilioMessages,
};

describe('the scenarios', () => {
  it('are enough to speak of', () => {
    const runs = files.flatMap((file) => languagesOf(file, readFileSync(`${folder}${file}`, 'utf8')));
    assert.ok(runs.length >= 60, `${runs.length} scenarios`);
  });

  it('run everywhere but where a step has no sense: no message is a silence or a form', () => {
    const left = files.filter((file) => leftOut(file, readFileSync(`${folder}${file}`, 'utf8')).length > 0);
    assert.deepEqual(
      left.map((file) => basename(file, '.scenario')),
      [
        'cancelWithSomethingToLose',
        'formOfThen',
        'apart',
        'cardNumber-silence',
        'cardOfThen',
        'confirm-silence',
        'digitsOnly',
        'identityDocument-silence',
      ],
    );
  });

  for (const [name, open] of Object.entries(channels)) {
    describe(name, () => {
      let bank: ScenarioBank;
      let channel: ScenarioChannel;
      before(async () => {
        bank = await ScenarioBank.open();
        channel = await open(bank);
      });
      beforeEach(() => bank.reset());
      after(async () => {
        await channel.close();
        await bank.close();
      });

      for (const file of files) {
        const source = readFileSync(`${folder}${file}`, 'utf8');
        if (leftOut(file, source).some((channelLeft) => channelLeft === name)) continue;
        for (const language of languagesOf(file, source)) {
          it(`${basename(file, '.scenario')}, ${language}`, async () => {
            await play(file, readScenario(file, source, language), { language, channel, bank });
          });
        }
      }
    });
  }
});
