import { messagesStatus, messagesUnfreezing } from './cases/messages.ts';
import { peerCase } from './cases/peer.ts';
import { telephoneStatus, telephoneUnfreezing } from './cases/telephone.ts';
import { pageStatus, pageUnfreezing, webStatus, webUnfreezing } from './cases/web.ts';
import type { Case } from './visitor.ts';

/** What is measured: a name for the report, the case, and the peer's program; without one it is a case of our own. */
export type Measured = { name: string; does: Case; peer?: string };

/** The server with which all others are compared. */
export const base = 'SDK waterfall, in memory';

/** A case of our own on each channel, and the peers. A new channel or peer is one more row. */
export const measured: readonly Measured[] = [
  { name: 'web, whole case', does: webUnfreezing },
  { name: 'web, status', does: webStatus },
  { name: 'chat page, whole case', does: pageUnfreezing },
  { name: 'chat page, status', does: pageStatus },
  { name: 'telephone, whole case', does: telephoneUnfreezing },
  { name: 'telephone, status', does: telephoneStatus },
  { name: 'SMS, whole case', does: messagesUnfreezing },
  { name: 'SMS, status', does: messagesStatus },
  { name: base, does: peerCase, peer: 'frameworkWaterfall.js' },
  { name: 'SDK EchoBot', does: peerCase, peer: 'frameworkEcho.js' },
  { name: 'its successor, waterfall', does: peerCase, peer: 'agentsWaterfall.js' },
  { name: 'bottender echo', does: peerCase, peer: 'bottenderEcho.js' },
  { name: 'restify echo', does: peerCase, peer: 'restifyEcho.js' },
];
