import { Gauge, type Registry } from 'prom-client';
import type { AuditAnchoring } from './auditAnchoring.ts';

/** Shows the operator the window in which a cut tail would not be noticed; not a number while the database is away. */
export function watchAnchoring(anchoring: AuditAnchoring, registry: Registry): void {
  new Gauge({
    name: 'thawline_audit_entries_not_anchored',
    help: 'Entries of the audit trail that are newer than its last anchor',
    registers: [registry],
    async collect() {
      this.set(await anchoring.entriesNotAnchored().catch(() => Number.NaN));
    },
  });
}
