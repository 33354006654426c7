import * as z from 'zod';
import { UnfreezeError } from './errors.ts';
import { nearNames } from './nearNames.ts';
import { fromFiles, inFile } from './secretFiles.ts';
import { isSecret } from './secretSetting.ts';
import { settingWords } from './settingWords.ts';

/**
 * Reads the settings of a shape. An empty value counts as missing, and a secret can come from a file.
 * @throws UnfreezeError `settingsInvalid`, with each reason on its own line
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
 * Finds misspelt settings in production. Elsewhere an unknown name may belong to another program; only one similar to
 * NODE_ENV is reported, since without that setting production itself would go unnoticed.
 */
function misspelt(names: readonly string[], given: NodeJS.ProcessEnv): string[] {
  const isProduction = given.NODE_ENV === 'production';
  return nearNames(names, given)
    .filter(({ meant, isSet }) => !isSet && (isProduction || meant === 'NODE_ENV'))
    .map(({ name, meant }) => `${name}: there is no such setting; ${meant} may be meant`);
}
