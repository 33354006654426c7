import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { isLoopback } from '../kit/isLoopback.ts';
import { readSettings } from '../kit/readSettings.ts';
import { type Clock, type Pause, seconds } from '../kit/time.ts';
import {
  cardSystemSettings,
  cardSystemSettingsShape,
  reasonsAgainstCardSystem,
} from '../services/cardSystem/remote/cardSystemSettings.ts';
import { connectionTo } from '../services/cardSystem/remote/connection.ts';
import {
  ConformanceLine,
  type LineOptions,
  promises,
  readTestCards,
  reportInWords,
  TestedBank,
  tryAll,
  unseen,
} from './conformance/index.ts';
import type { Surroundings } from './surroundings.ts';
import { wholeNumber } from './wholeNumber.ts';

const more = `
Against a test system only: the card that CARDS names is frozen and unfrozen many times. CARDS is a JSON file as
docs/examples/testCards.json. The token is the setting CARD_SYSTEM_TOKEN; CARD_SYSTEM_TLS_… count too. No request takes longer than three seconds.
The exit code is 0 where no promise is broken, and 1 otherwise. What no request shows:
${unseen.map((what) => `  ${what}\n`).join('')}`;

type Options = { cards: string; only?: string[]; requests: number; seconds: number; json?: true };

/** `thawline conformance`: tests whether a bank's card system keeps the promises of docs/card-system.md. */
export function conformanceCommand({
  terminal,
  environment,
  clock,
  pause,
}: Pick<Surroundings, 'terminal' | 'environment' | 'clock'> & { pause: Pause }): Command {
  return command('conformance', terminal)
    .description('try every promise of docs/card-system.md on a card system')
    .argument('<URL>', 'its address, as CARD_SYSTEM_URL names it')
    .requiredOption('--cards <CARDS>', 'a JSON file with the cards that may be used')
    .option('--only <ID...>', 'try only these promises, by their ids')
    .option('--requests <COUNT>', 'the most requests to send', wholeNumber(10_000), 2000)
    .option('--seconds <COUNT>', 'the most seconds to take', wholeNumber(3600), 300)
    .option('--json', 'print {"url","requests","milliseconds","promises":[{"id","promise","outcome","why"}]}')
    .addHelpText('after', more)
    .action(async (url: string, { cards, only, json, ...most }: Options) => {
      const line = new ConformanceLine({
        url: checkedUrl(url),
        ...shownTo(url, { environment: environment(), clock }),
        patience: 3 * seconds,
        most: { requests: most.requests, milliseconds: most.seconds * seconds },
        pause,
        clock,
      });
      const tried = await tryAll(new TestedBank(line, readTestCards(cards)), chosen(only));
      const { requests, milliseconds } = line;
      terminal.out(
        json
          ? `${JSON.stringify({ url, requests, milliseconds, promises: tried }, null, 2)}\n`
          : `${reportInWords(tried)}${requests} requests in ${milliseconds} ms\n`,
      );
      const broken = tried.filter(({ outcome }) => outcome === 'broken').length;
      if (broken > 0) throw new UnfreezeError('internal', `${broken} promises are broken`);
    });
}

/** @throws UnfreezeError `settingsInvalid` */
function shownTo(
  url: string,
  { environment, clock }: { environment: NodeJS.ProcessEnv; clock: Clock },
): Pick<LineOptions, 'token' | 'tls'> {
  const read = readSettings(cardSystemSettingsShape, environment);
  const settings = cardSystemSettings({ ...read, CARD_SYSTEM_URL: checkedUrl(url) });
  const reasons = reasonsAgainstCardSystem(settings);
  if (reasons.length > 0) throw new UnfreezeError('settingsInvalid', reasons.join('\n'));
  const { cardSystemAt } = settings;
  const { token, certificates } = cardSystemAt ? connectionTo(cardSystemAt, { clock }) : {};
  if (token !== undefined) return { token, tls: certificates?.current };
  throw new UnfreezeError('settingsInvalid', 'CARD_SYSTEM_TOKEN: the card system demands a token');
}

/** @throws UnfreezeError `settingsInvalid` */
function checkedUrl(url: string): string {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return url;
  throw new UnfreezeError(
    'settingsInvalid',
    'URL: must be https:// and an address, or http:// on this machine',
  );
}

/** @throws UnfreezeError `settingsInvalid` */
function chosen(only: readonly string[] | undefined): typeof promises {
  const ids = promises.map(({ id }) => id);
  const unknown = (only ?? []).filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new UnfreezeError(
      'settingsInvalid',
      `no such promise: ${unknown.join(', ')}; there are ${ids.join(', ')}`,
    );
  return only ? promises.filter(({ id }) => only.includes(id)) : promises;
}
