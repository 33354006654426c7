import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { explain } from '../dialogs/understanding/explain.ts';
import { learnModels, openModels, packageModels } from '../dialogs/understanding/models.ts';
import { nearestSpoken } from '../dialogs/understanding/spokenLanguage.ts';
import { ordinaryTopics } from '../dialogs/understanding/topics.ts';
import { understand } from '../dialogs/understanding/understand.ts';
import { command } from '../kit/command.ts';
import { missedCommand } from './missedCommand.ts';
import { scoreCommand } from './scoreCommand.ts';
import type { Surroundings } from './surroundings.ts';

/** The part of a line that is kept in memory; the rest of a longer line is skipped. */
export const longestUtteranceLine = 1_000_000;

/** `thawline understand`: prints what the bot understands of each line, as one line of JSON, as soon as it is read. */
export function understandCommand({
  terminal,
  input,
  output,
  environment,
}: Pick<Surroundings, 'terminal' | 'input' | 'output' | 'environment'>): Command {
  const program = command('understand', terminal)
    .description(
      'read one utterance a line from standard input and print what is understood, one JSON line each',
    )
    .option('--explain', 'print beside it why it is understood so, as "because"')
    .addHelpText(
      'after',
      [
        '',
        'Each line printed is {"text","language","intent","confidence"}. language is zh-Hans, zh-Hant or en, the nearest',
        'one where the utterance is in none of them; confidence is from 0 to 1; intent is none where it is not sure. Where one of',
        'the topics is asked about, "topic" says which; it leads to the bank\'s answer.',
        '',
        'With --explain each line has "because": the normal form and its kernel, whether a loss is reported, the rule of the guard',
        'that keeps it from being unfreezing and what it may be then, the likelihood of each intent and the likeliest topic.',
        '',
        "Example: echo 'my card is frozen' | npx thawline understand",
        '',
      ].join('\n'),
    )
    .action(async (options: { explain?: true }) => {
      openModels(undefined);
      try {
        await pipeline(input, lines, understood(options.explain === true), output, { end: false });
      } catch (error) {
        // The reader of the output has seen enough, as `head` does; that is no error.
        if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
      }
    });

  program
    .command('teach')
    .description('learn the models again: after each change of a corpus, or of what is read from a sentence')
    .option(
      '--topics <folder>',
      "learn what a bank's customers say in words of their own, as TOPICS_DIR has it",
    )
    .addHelpText('after', '\nWith --topics the folder gets a topics.bin, which the next start uses.\n')
    .action(async ({ topics }: { topics?: string }) => {
      if (topics !== undefined) {
        const { writeTopicModel } = await import('../dialogs/understanding/topicModel.ts');
        const { readTopics } = await import('../topics/topicFiles.ts');
        const { ownModel } = await import('../bot/openTopics.ts');
        const { own } = readTopics(topics);
        const size = writeTopicModel(ownModel(topics), own);
        return terminal.out(
          `${ownModel(topics)} has ${size} bytes, ${own.length} sentences of the bank's own in it\n`,
        );
      }
      for (const { file, size } of learnModels(packageModels)) terminal.out(`${file} has ${size} bytes\n`);
    });
  program.addCommand(missedCommand({ terminal, environment }));
  program.addCommand(scoreCommand({ terminal }));
  return program;
}

/** Lines end with a line feed; invalid UTF-8 becomes U+FFFD. */
async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun = (begun + first).slice(0, longestUtteranceLine);
    for (const next of others) {
      yield begun;
      begun = next.slice(0, longestUtteranceLine);
    }
  }
  begun += decoder.decode();
  if (begun !== '') yield begun;
}

function understood(isExplained: boolean) {
  return async function* (texts: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const line of texts) {
      const text = line.replace(/\r$/, '');
      const { language = nearestSpoken(text), intent, confidence, namesReport } = understand(text);
      const topic = ordinaryTopics.of({
        words: text,
        intent,
        confidence,
        ...(namesReport && { namesReport }),
      });
      const because = isExplained ? explain(text) : undefined;
      yield `${JSON.stringify({ text, language, intent, confidence, ...(topic && { topic }), because })}\n`;
    }
  };
}
