import { nearNames } from '../kit/nearNames.ts';
import type { Slip } from '../kit/slips.ts';
import { plainlyReached } from '../kit/store/plainlyReached.ts';
import type { BankSettings } from './bankSettings.ts';

/** What is likely a slip in the settings, and may be meant. @param names of all settings that are read */
export function slipsIn(
  { databaseUrl }: BankSettings,
  names: readonly string[],
  given: NodeJS.ProcessEnv,
): Slip[] {
  return [
    ...nearNames(names, given).map(
      ({ name, meant }): Slip => ({ slip: 'settingNearlyNamed', about: `${name}, nearly ${meant}` }),
    ),
    ...(plainlyReached(databaseUrl) === undefined ? [] : [{ slip: 'databaseWithoutTls' } as const]),
  ];
}
