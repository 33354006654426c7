import type { Command } from 'commander';
import { type Config, readConfig } from '../bot/config.ts';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import type { Finding } from './finding.ts';
import { linkFindings } from './linkFindings.ts';
import { profileFindings } from './profileFindings.ts';
import { type AskToken, registrationFindings } from './registrationFindings.ts';
import type { Surroundings } from './surroundings.ts';
import { type AccountSettings, telephoneFindings } from './telephoneFindings.ts';

type Account = { sid: string; token: string };
type Accounts = {
  /** Reads an account's settings from Twilio. */
  readAccount: (account: Account) => Promise<AccountSettings>;
  askToken: AskToken;
};

/** `thawline preflight`: finds unsafe settings in the accounts behind the channels. */
export function preflightCommand({
  terminal,
  environment,
  readAccount,
  askToken,
}: Pick<Surroundings, 'terminal' | 'environment'> & Accounts): Command {
  return command('preflight', terminal)
    .description(
      'read the settings of the Twilio account and of the Bot Framework’s registration where that can be done, and warn ' +
        'of what is unsafe',
    )
    .option('--json', 'print a JSON array of {"weight","what"}; unsafe is to be mended, look to be looked at')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig(environment());
      const { microsoft } = config;
      const hasAccount = config.twilio !== undefined && !config.demo;
      if (!hasAccount && !json) terminal.out(nothingOfTwilio);
      const findings: Finding[] = [
        ...linkFindings(config),
        ...profileFindings(config),
        ...(hasAccount ? await accountFindings(config, readAccount) : []),
        ...(microsoft ? await registrationFindings(microsoft, askToken) : []),
      ];
      terminal.out(json ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(inWords).join(''));
      const unsafe = findings.filter(({ weight }) => weight === 'unsafe').length;
      if (unsafe > 0) throw new UnfreezeError('internal', `${unsafe} settings are unsafe`);
    });
}

function inWords({ weight, what }: Finding): string {
  return `${weight === 'unsafe' ? 'UNSAFE' : 'look'}  ${what}\n`;
}

const nothingOfTwilio =
  'nothing to read at Twilio: there is no account (with the demo bank on there never is)\n';

async function accountFindings(
  { twilio, publicUrl }: Config,
  readAccount: Accounts['readAccount'],
): Promise<Finding[]> {
  if (publicUrl === undefined) throw new UnfreezeError('settingsInvalid', 'PUBLIC_URL: Twilio needs one');
  const { sid = '', tokens: [token = ''] = [] } = twilio ?? {};
  return telephoneFindings(await readAccount({ sid, token }), publicUrl);
}
