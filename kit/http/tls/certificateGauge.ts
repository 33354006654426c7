import { Gauge, type Registry } from 'prom-client';
import type { TlsCertificates } from './tlsCertificates.ts';

/** A metric of the days until each certificate ends, so that the operator renews it in time. */
export function watchDaysLeft(certificates: TlsCertificates, registry: Registry): void {
  new Gauge({
    name: 'thawline_tls_certificate_days_left',
    help: 'Days until the first certificate of a file ends, by the setting that names the file',
    labelNames: ['setting'] as const,
    registers: [registry],
    collect() {
      this.reset();
      for (const { setting, days } of certificates.daysLeft()) this.set({ setting }, days);
    },
  });
}
