import leven from 'leven';

/** A name in the environment that nobody here reads, the setting that it nearly names, and whether that is given too. */
export type NearName = { name: string; meant: string; isSet: boolean };

/** Names that other programs read, however near they come to ours. */
const others = ['HOME', 'POST', 'PATH', 'LOGNAME', 'HOSTNAME', 'NODE_PATH'];

/** The names in an environment that are one slip away from a setting, or two where it is long. */
export function nearNames(settings: readonly string[], given: NodeJS.ProcessEnv): NearName[] {
  const known = new Set([...settings, ...others]);
  return Object.entries(given).flatMap(([name, value]) => {
    if (known.has(name) || value === '') return [];
    const meant = settings.find((setting) => isNear(name, setting));
    return meant === undefined ? [] : [{ name, meant, isSet: Boolean(given[meant]) }];
  });
}

/** Of short names every one is near to another. */
function isNear(name: string, setting: string): boolean {
  if (name.toLowerCase() === setting.toLowerCase()) return true;
  if (setting.length < 5) return false;
  const most = setting.length < 8 ? 1 : 2;
  return leven(name.toLowerCase(), setting.toLowerCase(), { maxDistance: most + 1 }) <= most;
}
