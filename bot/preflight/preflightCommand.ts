import type { Command } from 'commander';
import { command, type Terminal } from '../../services/command.ts';
import { UnfreezeError } from '../../services/contract/errors.ts';
import { readConfig } from '../config.ts';
import { type AccountSettings, telephoneFindings } from './telephoneFindings.ts';

type Account = { sid: string; token: string };
type Surroundings = {
  terminal: Terminal;
  /** Read when the command runs, so that `--help` needs no settings. */
  environment: () => NodeJS.ProcessEnv;
  /** Reads an account's settings at Twilio. */
  readAccount: (account: Account) => Promise<AccountSettings>;
};

/** `npm run preflight`: what is unsafe in the settings of the accounts that channels go through. */
export function preflightCommand({ terminal, environment, readAccount }: Surroundings): Command {
  return command('preflight', terminal)
    .description('read the settings of the Twilio account where that can be done, and warn of what is unsafe')
    .action(async () => {
      const { twilio, publicUrl, demo } = readConfig(environment());
      if (twilio === undefined || demo) {
        terminal.out(
          'nothing to read: there is no account of Twilio’s (with the demo bank on there never is)\n',
        );
        return;
      }
      if (publicUrl === undefined) throw new UnfreezeError('settingsInvalid', 'PUBLIC_URL: Twilio needs one');
      const [token = ''] = twilio.tokens;
      const findings = telephoneFindings(await readAccount({ sid: twilio.sid, token }), publicUrl);
      for (const { weight, what } of findings)
        terminal.out(`${weight === 'unsafe' ? 'UNSAFE' : 'look'}  ${what}\n`);
      const unsafe = findings.filter(({ weight }) => weight === 'unsafe').length;
      if (unsafe > 0) throw new UnfreezeError('internal', `${unsafe} settings are unsafe`);
    });
}
