/** How much of a processor's time one message takes, whatever is in it: `npm run bench -- texts`. */

import { repeated, signs, words } from '../test/readers/worstTexts.ts';
import { InProcessConversation } from '../test/scenarios/inProcess.ts';
import { ScenarioBank } from '../test/scenarios/scenarioBank.ts';
import { liNa } from '../test/services/testBank.ts';
import { median } from './medians.ts';

const length = 4000;
const texts = [...signs, ...words];
/** What is said before, so that a question is open. */
const questions: Record<string, readonly string[]> = {
  'nothing asked': [],
  'the card number': ['check my card'],
  'whether to unfreeze': [liNa.number],
  'the identity document': [liNa.number, 'yes'],
};

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
const bank = await ScenarioBank.open();
process.stdout.write(
  `\nOne message of ${length} signs, ${texts.length} texts, by the question that is open\n`,
);
for (const [question, said] of Object.entries(questions)) {
  const taken: { unit: string; time: number }[] = [];
  for (const unit of texts) {
    await bank.reset();
    const conversation = await new InProcessConversation(bank, 'en').begins();
    for (const text of said) await conversation.takes({ does: 'says', text });
    const begun = process.cpuUsage();
    await conversation.takes({ does: 'says', text: repeated(unit, length) });
    const time = milliseconds(process.cpuUsage(begun));
    taken.push({ unit, time });
  }
  const slowest = taken.toSorted((one, other) => other.time - one.time).slice(0, 5);
  const named = slowest.map(({ unit, time }) => `${JSON.stringify(unit)} ${time.toFixed(1)}`).join(', ');
  process.stdout.write(
    `  ${question}: median ${median(taken.map(({ time }) => time)).toFixed(1)} ms; ${named} ms\n`,
  );
}
await bank.close();
