import { Gauge, type Registry } from 'prom-client';
import type { TlsCertificates } from './tlsCertificates.ts';

const name = 'thawline_tls_certificate_days_left';

/** The days left of every certificate that this process uses. */
class DaysLeft extends Gauge<'setting'> {
  readonly links: TlsCertificates[] = [];

  collect(): void {
    this.reset();
    for (const certificates of this.links)
      for (const { setting, days } of certificates.daysLeft()) this.set({ setting }, days);
  }
}

/** A metric of the days until each certificate ends, so that the operator renews it in time. */
export function watchDaysLeft(certificates: TlsCertificates, registry: Registry): void {
  const known = registry.getSingleMetric(name);
  const gauge = known instanceof DaysLeft ? known : madeIn(registry);
  gauge.links.push(certificates);
}

function madeIn(registry: Registry): DaysLeft {
  return new DaysLeft({
    name,
    help: 'Days until the first certificate of a file ends, by the setting that names the file',
    labelNames: ['setting'],
    registers: [registry],
  });
}
