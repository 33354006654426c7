import { Gauge, type Registry } from 'prom-client';
import type { AuditAnchoring } from './auditAnchoring.ts';

/**
 * A metric of the entries that could be cut off unnoticed, because no anchor covers them; NaN while the database does
 * not answer.
 */
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
