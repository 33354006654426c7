import { Gauge, type Registry } from 'prom-client';
import type { WrongDates } from './cardSystem/cardDates.ts';

/** Shows the operator that a clock of the card system is wrong, which keeps customers from unfreezing. */
export function watchWrongDates({ wrongDates }: { wrongDates: WrongDates }, registry: Registry): void {
  new Gauge({
    name: 'thawline_card_system_dates_in_future',
    help: 'Cards that the card system has answered with a date that had not come yet, since the start',
    registers: [registry],
    collect() {
      this.set(wrongDates.count);
    },
  });
}
