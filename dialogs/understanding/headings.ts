import { spread } from './combinations.ts';

/** One sentence, and the heading that it stands under. */
export type Headed = { heading: string; text: string };

/**
 * The sentences of a file of a corpus: a heading (`# name`) above its lines, and a line that may have alternatives.
 * @param most of the sentences that are made of one line
 */
export function underHeadings(content: string, most: number): Headed[] {
  let heading = '';
  return content.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) heading = line.slice(2);
    if (line === '' || line.startsWith('# ')) return [];
    return spread(line, most).map((text) => ({ heading, text }));
  });
}
