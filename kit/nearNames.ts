import leven from 'leven';

/**
 * An unknown name in the environment, the setting that it is probably meant for, and whether that setting is given too.
 */
export type NearName = { name: string; meant: string; isSet: boolean };

/** Names that other programs use, however similar they are to a setting. */
const others = ['HOME', 'POST', 'PATH', 'LOGNAME', 'HOSTNAME', 'NODE_PATH'];

/** The names in an environment that differ from a setting by one letter, or by two if it is long. */
export function nearNames(settings: readonly string[], given: NodeJS.ProcessEnv): NearName[] {
  const known = new Set([...settings, ...others]);
  return Object.entries(given).flatMap(([name, value]) => {
    if (known.has(name) || value === '') return [];
    const meant = settings.find((setting) => isNear(name, setting));
    return meant === undefined ? [] : [{ name, meant, isSet: Boolean(given[meant]) }];
  });
}

/** A short name is never near, because every short name is similar to another. */
function isNear(name: string, setting: string): boolean {
  if (name.toLowerCase() === setting.toLowerCase()) return true;
  if (setting.length < 5) return false;
  const most = setting.length < 8 ? 1 : 2;
  return leven(name.toLowerCase(), setting.toLowerCase(), { maxDistance: most + 1 }) <= most;
}
