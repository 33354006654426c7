import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { KeyRing } from '../security/keyRing.ts';
import { AnchorFile } from './anchorFile.ts';
import { AnchorHandover, type TakeAway } from './anchorHandover.ts';
import type { Audit } from './audit.ts';
import { AuditAnchoring } from './auditAnchoring.ts';
import type { AuditChaining } from './auditChaining.ts';
import type { SinkSetting } from './sinkSetting.ts';
import { handTo, postTo } from './takeAway.ts';

/** The settings for where anchors go. */
export type AnchoringSettings = {
  auditAnchors: string;
  auditSink: SinkSetting;
  auditSinkToken: string | undefined;
};

type OpenAnchoringOptions = {
  store: Store;
  audit: Audit;
  chaining: AuditChaining;
  keyRing: KeyRing;
  clock: Clock;
};

/** Sets up the anchoring of a service: into a file, and from there to the place that the settings name. */
export function openAnchoring(parts: OpenAnchoringOptions, settings: AnchoringSettings): AuditAnchoring {
  const { store, audit, chaining, keyRing, clock } = parts;
  const sink = new AnchorFile(settings.auditAnchors);
  const take = takeAway(settings);
  const handover = take && new AnchorHandover(sink, take);
  return new AuditAnchoring({ store, audit, chaining, keyRing, clock, sink, ...(handover && { handover }) });
}

function takeAway({ auditSink, auditSinkToken: token }: AnchoringSettings): TakeAway | undefined {
  if (auditSink.to === 'command') return handTo(auditSink);
  // The program or service at the address is not ours and may not know a newer version of TLS.
  if (auditSink.to === 'url')
    return postTo({ url: auditSink.url, token, fetch: fetchOverTls(undefined, 'TLSv1.2') });
  return undefined;
}
