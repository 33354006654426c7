import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { inBreaths, longestBreath } from '../../../../../bot/channels/twilio/voice/breath.ts';
import { type Language, languages } from '../../../../../kit/language.ts';
import { isLong } from '../../../../counts.ts';
import { say } from '../../../../progress.ts';
import { scenarioSentences } from '../../../../scenarios/scenarioSentences.ts';
import { factsIn, heardIds } from './heardSentences.ts';

/** The engine's voice, and its rate at which it says 165 English words a minute or 4.5 Chinese characters a second. */
const voices: Record<Language, readonly string[]> = {
  en: ['-v', 'en-us', '-s', '165'],
  'zh-Hans': ['-v', 'cmn', '-s', '260'],
  'zh-Hant': ['-v', 'cmn', '-s', '260'],
};
/** The engine pauses at each full stop, which the count leaves out. */
const withPauses = 1.25;
const bytesASecond = 22_050 * 2;

const lacks = engineLacks();

/** What is counted is what is heard: where a speech engine is installed (Debian: `espeak-ng`), it is asked. */
describe(`the breaths of the telephone, rendered${lacks ? `: not here, ${lacks}` : ''}`, () => {
  it('last about as long as they are counted', () => {
    if (lacks !== undefined) return;
    for (const language of languages) {
      const texts = heardIds
        .flatMap((id) => inBreaths([[{ text: scenarioSentences.speech(language, id, factsIn(language)) }]]))
        .map((breath) => breath.map(({ text }) => text).join(' '))
        .filter((text) => text !== '');
      let longest = 0;
      for (const text of isLong ? texts : texts.slice(0, 5)) {
        const lasts =
          execFileSync('espeak-ng', [...voices[language], '--stdout', text]).length / bytesASecond;
        assert.ok(lasts <= longestBreath * withPauses, `${lasts.toFixed(1)} s: ${text}`);
        longest = Math.max(longest, lasts);
      }
      say(`${language}: ${texts.length} breaths, the longest ${longest.toFixed(1)} s`, true);
    }
  }).timeout(300_000);
});

function engineLacks(): string | undefined {
  try {
    execFileSync('espeak-ng', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'espeak-ng is not installed';
  }
}
