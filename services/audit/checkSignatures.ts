import type { AnchorKeys } from '../security/anchorKey.ts';
import { AnchorChain } from './anchorChain.ts';
import type { AnchorSink } from './anchorFile.ts';
import type { AuditAnchor } from './auditAnchor.ts';
import type { BadEntry } from './checkTrail.ts';

/** The result of a check: how many anchors are right, from which entry to which, and the first that is not. */
export type SignaturesCheck = {
  holding: number;
  first: AuditAnchor | undefined;
  last: AuditAnchor | undefined;
  halfWritten: number;
  bad: BadEntry | undefined;
};

/** Checks anchors without the trail and without a secret: each is signed, none is missing, and no two contradict. */
export async function checkSignatures(sink: AnchorSink, keys: AnchorKeys): Promise<SignaturesCheck> {
  const chain = new AnchorChain(keys);
  const before: { number?: number; hash?: string } = {};
  let holding = 0;
  const check = (bad?: BadEntry): SignaturesCheck => {
    const { first, last, halfWritten } = chain;
    return { holding, first, last, halfWritten, bad };
  };
  for await (const line of sink.lines()) {
    const taken = chain.take(line);
    if (!taken) continue;
    if ('problem' in taken) return check(taken);
    const { number, hash, at } = taken;
    if (number === before.number && hash !== before.hash) {
      return check({ number, problem: `the anchor of ${at} contradicts the one before it` });
    }
    Object.assign(before, { number, hash });
    holding += 1;
  }
  return check();
}
