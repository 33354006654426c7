import * as z from 'zod';
import { UnfreezeError } from './errors.ts';
import { nearNames } from './nearNames.ts';
import { fromFiles, inFile } from './secretFiles.ts';
import { isSecret } from './secretSetting.ts';
import { settingWords } from './settingWords.ts';

/**
 * Reads settings of a given shape; an empty value counts as absent, and a secret can be given by a file.
 * @throws UnfreezeError `settingsInvalid`, with every reason on a line of its own
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  given: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const secrets = Object.keys(shape).filter((name) => isSecret(shape[name] as z.core.$ZodType));
  const { contents, reasons } = fromFiles(secrets, present);
  const parsed = z.object(shape).safeParse({ ...present, ...contents }, { error: settingWords });
  const issues = parsed.error?.issues ?? [];
  const all = [
    ...issues.map(({ path, message }) => `${whereGiven(String(path[0]), contents)}: ${message}`),
    ...reasons,
    ...misspelt([...Object.keys(shape), ...secrets.map(inFile)], present),
  ];
  if (parsed.data === undefined || all.length > 0) throw new UnfreezeError('settingsInvalid', all.join('\n'));
  return parsed.data;
}

function whereGiven(name: string, contents: Record<string, string>): string {
  return name in contents ? inFile(name) : name;
}

/**
 * In production a name that is nearly one of ours is taken for a slip. Elsewhere it is not: what stands in somebody's
 * environment may be another program's. Only without NODE_ENV itself production would not be known of.
 */
function misspelt(names: readonly string[], given: NodeJS.ProcessEnv): string[] {
  const isProduction = given.NODE_ENV === 'production';
  return nearNames(names, given)
    .filter(({ meant, isSet }) => !isSet && (isProduction || meant === 'NODE_ENV'))
    .map(({ name, meant }) => `${name}: there is no such setting; ${meant} may be meant`);
}
