import type { Command } from 'commander';
import { openModels } from '../dialogs/understanding/models.ts';
import { command } from '../kit/command.ts';
import { readLabelled } from './labelledFile.ts';
import { interval, type Scored, scored, shownSentence, type Verdict } from './scoring.ts';
import type { Surroundings } from './surroundings.ts';

const verdicts: readonly Verdict[] = ['right', 'asked', 'wrong', 'dangerous'];

/** `thawline understand score`: how well a bank's own customers are understood, and what stands in the way of the rest. */
export function scoreCommand({ terminal }: Pick<Surroundings, 'terminal'>): Command {
  return command('score', terminal)
    .description(
      'measure how well sentences with known meanings are understood, and say which reader lost each',
    )
    .argument('<file>', 'a sentence a line: its meaning, a tab, the sentence')
    .option('--json', 'print a JSON object with every sentence that was not taken rightly at once')
    .addHelpText(
      'after',
      [
        '',
        'A meaning is an intent (unfreeze, cardStatus, howToUnfreeze, freezeOrReport, agent, cancel, deny …), a topic, or "other"',
        'for what is none of ours; several are parted by "|". Of each sentence that was lost it is said by whom it was decided, by',
        'which rule of the guard, and what the model alone takes it for. "asked" means that the customer is asked which of two is',
        'meant. Sentences are shown without numbers and addresses, and nothing of them is kept.',
        '',
        'Example: npx thawline understand score sentences.txt',
        '',
      ].join('\n'),
    )
    .action((file: string, { json }: { json?: true }) => {
      openModels(undefined);
      const sentences = readLabelled(file).map(scored);
      terminal.out(json ? `${JSON.stringify(inJson(sentences), null, 2)}\n` : inWords(sentences));
    });
}

const isLost = ({ verdict }: Scored) => verdict !== 'right';

function counted(sentences: readonly Scored[]): Record<Verdict, number> {
  const of = (verdict: Verdict) => sentences.filter((one) => one.verdict === verdict).length;
  return { right: of('right'), asked: of('asked'), wrong: of('wrong'), dangerous: of('dangerous') };
}

/** Each meaning with its sentences, as they come in the file. */
function byMeaning(sentences: readonly Scored[]): Map<string, Scored[]> {
  return Map.groupBy(sentences, ({ meant }) => meant.join('|'));
}

function inJson(sentences: readonly Scored[]) {
  return {
    sentences: sentences.length,
    ...counted(sentences),
    meanings: Object.fromEntries([...byMeaning(sentences)].map(([meant, ones]) => [meant, counted(ones)])),
    lost: sentences.filter(isLost).map(({ sentence, meant, ...rest }) => ({
      ...rest,
      meant: meant.join('|'),
      sentence: shownSentence(sentence),
    })),
  };
}

function inWords(sentences: readonly Scored[]): string {
  const { right } = counted(sentences);
  const [least, most] = interval(right, sentences.length).map((share) => share.toFixed(1));
  const share = ((right * 100) / sentences.length).toFixed(1);
  return [
    `${sentences.length} sentences, ${share} % right at once (95 %: ${least} to ${most})`,
    summary(sentences),
    ...[...byMeaning(sentences)].map(([meant, ones]) => `  ${meant}: ${summary(ones)}`),
    ...sentences.filter(isLost).map(lossInWords),
    '',
  ].join('\n');
}

function summary(sentences: readonly Scored[]): string {
  const counts = counted(sentences);
  return verdicts.map((verdict) => `${verdict} ${counts[verdict]}`).join(', ');
}

function lossInWords({ line, meant, sentence, taken, verdict, by, rule, best }: Scored): string {
  const reader = rule ? `${by} ${rule}` : by;
  const model = `model ${best.intent} ${best.likelihood.toFixed(2)}`;
  return `${line}\t${verdict}\t${meant.join('|')} > ${taken}\t${reader}\t${model}\t${shownSentence(sentence)}`;
}
