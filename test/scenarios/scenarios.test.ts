import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../kit/language.ts';
import { isLong, isShort } from '../counts.ts';
import type { ScenarioChannel } from './channel.ts';
import { inProcess } from './inProcess.ts';
import { overBotFramework } from './overBotFramework.ts';
import { overDirectLine } from './overDirectLine.ts';
import { overTwilioMessages } from './overTwilioMessages.ts';
import { overVoice } from './overVoice.ts';
import { play } from './play.ts';
import { type ChannelName, channelNames, headerOf, readScenario } from './scenario.ts';
import { ScenarioBank } from './scenarioBank.ts';

const folder = fileURLToPath(new URL('files/', import.meta.url));
/** A slip in an ending would leave a scenario out, and nobody would miss it. */
const others = globSync('**/*.*', { cwd: folder }).filter((file) => !file.endsWith('.scenario'));
const sources = globSync('**/*.scenario', { cwd: folder })
  .sort()
  .map((file) => ({ file, source: readFileSync(`${folder}${file}`, 'utf8') }));

/** Every channel on which scenarios run; another one is one more line. */
const channels: Record<ChannelName, (bank: ScenarioBank) => Promise<ScenarioChannel>> = {
  'in process': async (bank) => inProcess(bank),
  'Direct Line': overDirectLine,
  'Bot Framework': overBotFramework,
  voice: overVoice,
  SMS: overTwilioMessages,
};

/** What differs between these and the others is the channel and not the language: one language a file will do. */
const inEveryLanguage: readonly ChannelName[] = isLong ? channelNames : isShort ? [] : ['in process'];

/** The quick run plays each file on one channel in turn beside in process, and on all of them what keeps customers safe. */
function isDue(name: ChannelName, place: number, notOn: object, file: string): boolean {
  if (!isShort || name === 'in process') return true;
  if (file.startsWith('safety/')) return true;
  const others = channelNames.filter((other) => other !== 'in process' && !(other in notOn));
  return others[place % others.length] === name;
}

function runsOn(name: ChannelName, place: number, source: string, file: string): Language[] {
  const { languages, notOn } = headerOf(file, source);
  if (notOn[name] !== undefined || !isDue(name, place, notOn, file)) return [];
  if (inEveryLanguage.includes(name)) return languages;
  return languages.slice(place % languages.length).slice(0, 1);
}

describe('the scenarios', () => {
  it('are in files that end in .scenario', () => {
    assert.deepEqual(others, []);
  });

  it('are enough to speak of', () => {
    const runs = sources.flatMap(({ file, source }) => headerOf(file, source).languages);
    assert.ok(runs.length >= 60, `${runs.length} scenarios`);
  });

  it('are left out on a channel only where the README says so', () => {
    const said = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const leftOut = sources.flatMap(({ file, source }) =>
      Object.entries(headerOf(file, source).notOn).map(
        ([name, reason]) => `| ${basename(file, '.scenario')} | ${name} | ${reason} |`,
      ),
    );
    const [table = ''] = said.slice(said.indexOf('| left out')).split('\n\n');
    assert.deepEqual(table.split('\n').slice(2), leftOut);
  });

  for (const name of channelNames) {
    describe(name, () => {
      let bank: ScenarioBank;
      let channel: ScenarioChannel;
      before(async () => {
        bank = await ScenarioBank.open();
        channel = await channels[name](bank);
      });
      beforeEach(() => bank.reset());
      after(async () => {
        await channel.close();
        await bank.close();
      });

      for (const [place, { file, source }] of sources.entries()) {
        for (const language of runsOn(name, place, source, file)) {
          it(`${basename(file, '.scenario')}, ${language}`, async () => {
            await play(file, readScenario(file, source, language), { language, channel, bank });
          });
        }
      }
    });
  }
});
