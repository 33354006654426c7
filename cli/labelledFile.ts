import { readFileSync } from 'node:fs';
import { UnfreezeError } from '../kit/errors.ts';
import { isMeaning, type Labelled } from './scoring.ts';

/**
 * Reads sentences with what they mean: `unfreeze<TAB>please unfreeze my card`, or `cancel|deny<TAB>leave it`. Empty lines
 * and those that begin with `#` are passed over.
 * @throws UnfreezeError `settingsInvalid` with the number of every line that is not so; what stands in it is never said
 */
export function readLabelled(file: string): Labelled[] {
  const problems: string[] = [];
  const labelled = linesOf(file).flatMap((text, place) => {
    if (text.trim() === '' || text.startsWith('#')) return [];
    const line = place + 1;
    const tab = text.indexOf('\t');
    const sentence = text.slice(tab + 1).trim();
    const meant = text
      .slice(0, Math.max(0, tab))
      .split('|')
      .map((one) => one.trim());
    if (tab < 0 || sentence === '') problems.push(`line ${line} is not "meaning<TAB>sentence"`);
    else if (!meant.every(isMeaning)) problems.push(`line ${line} names no intent or topic`);
    else return [{ line, meant, sentence }];
    return [];
  });
  if (problems.length > 0) throw new UnfreezeError('settingsInvalid', `${file}: ${problems.join('; ')}`);
  if (labelled.length === 0) throw new UnfreezeError('settingsInvalid', `${file}: holds no sentence`);
  return labelled;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnfreezeError('settingsInvalid', `${file} cannot be read: ${code ?? 'unknown'}`);
  }
}
