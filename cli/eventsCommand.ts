import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import { UnfreezeError } from '../kit/errors.ts';
import type { Instant } from '../kit/time.ts';
import { replayEvents } from '../services/webhooks/replay.ts';
import { howToNameAMoment, moment } from './moment.ts';
import { byHand, reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

type Says = { from: Instant; to?: Instant; reason?: string };

const more = `
They are read from the audit trail, and the running service sends them, to WEBHOOK_URL, under the ids that they had: a receiver that has one
already does nothing. Events that happened before there was a receiver come too.`;

/** `thawline events`: what the bank's own systems are told. */
export function eventsCommand(around: Omit<Surroundings, 'input' | 'output'>): Command {
  const { terminal, clock, operator } = around;
  const program = command('events', terminal)
    .description('the events that the bank’s own systems are told, over webhooks')
    .addHelpText('after', more);
  program
    .command('replay')
    .description('have every event since a moment go out once more')
    .requiredOption('--from <MOMENT>', `from this moment on: ${howToNameAMoment}`, moment(clock))
    .option('--to <MOMENT>', 'up to this moment', moment(clock))
    .addOption(reasonOption())
    .action(async ({ from, to, reason }: Says) => {
      const by = byHand(operator, { reason });
      const events = await withBank(around, async (bank) => {
        if (!bank.settings.webhooksTo)
          throw new UnfreezeError(
            'settingsInvalid',
            'WEBHOOK_URL: it is not set, so nobody is told of events',
          );
        await bank.chaining.chain();
        return replayEvents(bank, { from, to }, by);
      });
      terminal.out(`${counted(events, 'event goes', 'events go')} out once more\n`);
    });
  return program;
}
