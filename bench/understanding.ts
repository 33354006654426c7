/** How well, and how fast, utterances are understood that the classifier has not learnt: `npm run bench -- understanding`. */

import { languages } from '../kit/language.ts';
import { interleaved, median } from './medians.ts';
import { confusions, type Evaluation, evaluate } from './understanding/evaluation.ts';
import { firstRule } from './understanding/orderedRules.ts';
import { readBatches, readSentences, sets } from './understanding/sentences.ts';

const begun = performance.now();
const { understand } = await import('../dialogs/understanding/understand.ts');
const loaded = performance.now() - begun;
const { Classifier } = await import('../dialogs/understanding/classifier.ts');
const { readCorpus } = await import('../dialogs/understanding/corpus.ts');
const { Intent } = await import('../dialogs/understanding/intents.ts');
const { learn } = await import('../dialogs/understanding/learn.ts');
const { evaluateTopics } = await import('./understanding/topicEvaluation.ts');
const { plainText } = await import('../dialogs/understanding/plainText.ts');

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const classified = (text: string) => understand(text).intent;
const figures = ({ accuracy, macroF1, takenAsUnfreeze, reportsAsUnfreeze }: Evaluation) =>
  `accuracy ${percent(accuracy)}, macro F1 ${macroF1.toFixed(3)}, freeze or report taken as unfreeze ` +
  `${reportsAsUnfreeze.length}, anything else taken as unfreeze ${takenAsUnfreeze.length - reportsAsUnfreeze.length}`;

for (const set of sets) {
  for (const language of languages) {
    const sentences = readSentences(set, language);
    const evaluation = evaluate(sentences, classified);
    const negatives = sentences.filter(({ intent }) => intent !== 'unfreeze').length;
    print(`\n${set}, ${language}: ${sentences.length} sentences, ${negatives} of them not unfreeze`);
    print(`  classifier: ${figures(evaluation)}`);
    print(`  ordered rules: ${figures(evaluate(sentences, firstRule))}`);
    for (const line of confusions(evaluation.mistakes)) print(`    ${line}`);
    for (const { text, intent } of evaluation.takenAsUnfreeze)
      print(`    taken as unfreeze: ${text} (${intent})`);
  }
}

const learnt = new Set(readCorpus().map(({ text }) => text));
for (const language of languages) {
  const { sentences, notUnfreezing } = readBatches(language, learnt);
  const evaluation = evaluate(sentences, classified);
  const trapped = notUnfreezing.filter((text) => classified(text) === 'unfreeze');
  print(`\nbatches, ${language}: ${sentences.length} sentences, and ${notUnfreezing.length} traps`);
  print(`  classifier: ${figures(evaluation)}; traps taken as unfreeze ${trapped.length}`);
  for (const line of confusions(evaluation.mistakes)) print(`    ${line}`);
  for (const text of trapped) print(`    taken as unfreeze: ${text}`);
}

for (const language of languages) {
  const { count, right, missed, wrong } = evaluateTopics(language);
  print(
    `\ntopics, ${language}: ${count} sentences, ${percent(right / count)} right, ${missed.length} missed`,
  );
  for (const line of wrong) print(`    ${line}`);
}

/** Each fifth of the corpus by what is learnt from the other four, without the guard. */
function crossValidation(): Evaluation {
  const once = new Map(readCorpus().map((example) => [plainText(example.text), example]));
  const examples = [...once.values()];
  const folds = [0, 1, 2, 3, 4].map((fold) => {
    const classifier = new Classifier(learn(examples.filter((_, place) => place % 5 !== fold)));
    const likeliest = (text: string) => {
      const scores = classifier.scores(plainText(text));
      return Intent.options.reduce((best, intent) => (scores[intent] > scores[best] ? intent : best), 'none');
    };
    return evaluate(
      examples.filter((_, place) => place % 5 === fold),
      likeliest,
    );
  });
  const mean = (of: (evaluation: Evaluation) => number) =>
    folds.reduce((sum, one) => sum + of(one), 0) / folds.length;
  const [first] = folds;
  return {
    ...first,
    count: examples.length,
    accuracy: mean(({ accuracy }) => accuracy),
    macroF1: mean(({ macroF1 }) => macroF1),
  } as Evaluation;
}

const { count, accuracy, macroF1 } = crossValidation();
print(`\ncorpus: ${count} sentences; five-fold cross-validation of the classifier alone: accuracy`);
print(`  ${percent(accuracy)}, macro F1 ${macroF1.toFixed(3)}`);

const texts = languages.flatMap((language) => readSentences('heldOut', language).map(({ text }) => text));
const text = (round: number) => texts[round % texts.length] ?? '';
const times = await interleaved(2 * texts.length, {
  classifier: async (round) => understand(text(round)),
  'ordered rules': async (round) => firstRule(text(round)),
});
print(`\nloaded in ${loaded.toFixed(0)} ms; per sentence:`);
for (const [name, series] of Object.entries(times)) {
  const slowest = series.toSorted((one, other) => other - one)[Math.floor(series.length / 100)] ?? 0;
  print(`  ${name}: median ${median(series).toFixed(3)} ms, 99 % under ${slowest.toFixed(3)} ms`);
}
