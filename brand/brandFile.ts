import { dirname, resolve } from 'node:path';
import { UnfreezeError } from '../kit/errors.ts';
import { FileUnreadable, writtenJson, writtenText } from '../kit/writtenFile.ts';
import { type Brand, unbranded } from './brand.ts';
import { BrandWritten, Coloured, Drawings } from './brandWritten.ts';
import { checkedDrawing, largestDrawing } from './drawing.ts';
import { lookOf, unreadable } from './look.ts';
import { type Surfaces, sentenceProblems } from './sentences.ts';

/** The largest file in bytes; a brand with its own wording of every sentence needs a third of it. */
const largest = 262_144;

/**
 * Reads the brand from its file.
 * @param surfaces the texts that this process uses; the file's sentences are checked against them
 * @throws UnfreezeError `settingsInvalid`, with every fault of the file on its own line
 */
export function readBrand(file: string | undefined, surfaces: Surfaces): Brand {
  if (file === undefined) return unbranded;
  const { brand, problems } = checkedBrand(file, surfaces);
  if (brand === undefined || problems.length > 0)
    throw new UnfreezeError(
      'settingsInvalid',
      problems.map((one) => `BRAND_FILE ${file}: ${one}`).join('\n'),
    );
  return brand;
}

/** The brand in a file, and all faults of the file; the brand is undefined where it cannot be read at all. */
export function checkedBrand(
  file: string,
  surfaces: Surfaces,
): { brand: Brand | undefined; problems: readonly string[] } {
  const { value, problems } = read(() => writtenJson(file, largest), { value: undefined, problems: [] });
  if (value === undefined) return { brand: undefined, problems };
  const { data, error } = BrandWritten.safeParse(value);
  for (const { path, message } of error?.issues ?? [])
    problems.push(path.length > 0 ? `${path.join('.')}: ${message}` : message);
  // The sentences are checked even if the file's shape is wrong, so that all faults are reported at once.
  problems.push(...sentenceProblems(value, surfaces));
  const given = Coloured.safeParse(value).data?.colours;
  if (given) problems.push(...unreadable(lookOf({ colours: given })));
  const drawn = (key: 'logo' | 'logoDark' | 'icon') => {
    const named = Drawings.safeParse(value).data?.[key];
    return named === undefined ? undefined : drawing(resolve(dirname(file), named), key, problems);
  };
  const [logo, logoDark, icon] = [drawn('logo'), drawn('logoDark'), drawn('icon')];
  if (logoDark !== undefined && logo === undefined) problems.push('logoDark: there is no logo beside it');
  if (!data) return { brand: undefined, problems };
  const { names, colours, sentences = {} } = data;
  const brand: Brand = {
    bank: names.bank,
    service: names.service ?? unbranded.service,
    short: names.short,
    look: colours && lookOf({ ...data, colours }),
    logo,
    logoDark,
    icon,
    legal: withoutAbsent(data.legal ?? {}),
    helpLine: data.helpLine,
    genuine: data.genuine,
    sentences: { ...unbranded.sentences, ...withoutAbsent(sentences) },
    isNamed: true,
  };
  return { brand, problems };
}

function drawing(file: string, key: string, problems: string[]): string | undefined {
  const text = read(() => ({ value: writtenText(file, largestDrawing), problems: [] }), {
    value: undefined,
    problems: [],
  });
  const checked = text.value === undefined ? { problems: text.problems } : checkedDrawing(text.value);
  if ('svg' in checked) return checked.svg;
  problems.push(...checked.problems.map((problem) => `${key}: ${file} ${problem}`));
  return undefined;
}

type Read<Value> = { value: Value; problems: string[] };

function read<Value>(reading: () => Read<Value>, otherwise: Read<undefined>): Read<Value | undefined> {
  try {
    return reading();
  } catch (error) {
    if (error instanceof FileUnreadable) return { ...otherwise, problems: [error.message] };
    throw error;
  }
}

type Present<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

function withoutAbsent<Shape extends object>(shape: Shape): Present<Shape> {
  return Object.fromEntries(Object.entries(shape).filter(([, one]) => one !== undefined)) as Present<Shape>;
}
