import { Gauge, type Registry } from 'prom-client';
import type { WrongDates } from './cardSystem/cardDates.ts';
import type { SaidReasons } from './cardSystem/saidReasons.ts';

type Watched = { wrongDates: WrongDates; saidReasons: SaidReasons };

const gauges = {
  // A clock of the card system is wrong, which keeps customers from unfreezing.
  thawline_card_system_dates_in_future: {
    help: 'Cards that the card system has answered with a date that had not come yet, since the start',
    value: ({ wrongDates }: Watched) => wrongDates.count,
  },
  thawline_card_system_unknown_freeze_reasons: {
    help: 'Freeze reasons of the card system that are unknown here and counted as other, since the start',
    value: ({ saidReasons }: Watched) => saidReasons.unknown,
  },
};

/** Shows the operator what the card system says that cannot be, or that nobody here understands. */
export function watchCardSystem(watched: Watched, registry: Registry): void {
  for (const [name, { help, value }] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value(watched));
      },
    });
  }
}
