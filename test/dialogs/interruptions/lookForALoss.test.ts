import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a look for a report of a loss is written with. */
const looks = /freezeOrReport|reportsLoss|namesReport/;

/** Where these words stand, and what they do there. */
const places: Readonly<Record<string, string>> = {
  'cli/scoreCommand.ts': 'names it as a meaning in its help',
  'cli/scoring.ts': 'compares what was understood with what was meant',
  'cli/understandCommand.ts': 'prints what was understood',
  'dialogs/interruptions/report.ts': 'the one listener that looks for it',
  'dialogs/interruptions/handoff.ts': 'says the sentence, and opens the case with this reason',
  'dialogs/interruptions/unsure.ts': 'asks whether it is one, where it may be the contrary',
  'dialogs/state/utterance.ts': 'hands on what was understood',
  'dialogs/state/tapped.ts': 'says that one quick reply is one: the answer to freeze or unfreeze',
  'dialogs/understanding/alarm.ts': 'hears a cry in the answer to a receipt',
  'dialogs/understanding/cardFound.ts': 'takes no news of a find that tells of a loss as well',
  'dialogs/understanding/doubts.ts': 'asks which, where it is told to be over',
  'dialogs/understanding/explain.ts': 'shows it to an operator',
  'dialogs/understanding/guard.ts': 'understands it',
  'dialogs/understanding/intents.ts': 'the intent',
  'dialogs/understanding/notMe.ts': 'lets a clause that asks for a freeze stand beside a denial',
  'dialogs/understanding/topics.ts': 'leaves to it what tells of a loss beside a topic',
  'dialogs/understanding/understand.ts': 'understands it',
  'dialogs/understanding/wishWithin.ts': 'finds it in a part of a story',
  'services/contract/handoff.ts': 'the reason of a case',
};

describe('a report of a loss', () => {
  it('is looked for by one listener and nothing else: what must give way to it comes after it in the list', () => {
    const files = globSync('{kit,services,dialogs,bot,cli,web}/**/*.{ts,tsx}', { cwd: root });
    const found = files.filter((file) => looks.test(readFileSync(`${root}${file}`, 'utf8')));
    assert.deepEqual(found.sort(), Object.keys(places).sort());
  });
});
