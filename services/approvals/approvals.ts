import { randomInt } from 'node:crypto';
import { UnfreezeError } from '../../kit/errors.ts';
import { type EntityManager, IsNull, MoreThan } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, hours, type Instant, instant, later } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { ByHand } from '../contract/byHand.ts';
import { type ApprovalRequest, ApprovalRequests, FourEyesInForce } from '../tables/approval.ts';
import { locks } from '../tables/locks.ts';

export type { ApprovalRequest };

type Parts = { store: Store; audit: Audit; clock: Clock };

/** What is asked for: a kind of work, and the JSON of what it is about. */
export type Work = { work: string; subject: string };

/** Whether what was asked for was there to be done when it was approved. */
export type Effect = 'done' | 'none';

/** Decides a request in the transaction of what it asks for; throws where somebody else has. */
export type Decides = (manager: EntityManager, effect: Effect) => Promise<void>;

/** Long enough for a colleague who comes tomorrow. */
const lasts = 24 * hours;

/** No two of these signs look alike. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const idLength = 6;

const theRow = 'four_eyes';

/**
 * What needs a second person: an operator asks, another approves, and it is done with the approval. Nobody approves what they
 * have asked for, under whatever name: neither the uid nor the login may be the same.
 */
export class Approvals {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether a second person is needed: where a service says so with FOUR_EYES, no command beside it can say otherwise. */
  areNeeded(): Promise<boolean> {
    return this.#parts.store.read((manager) => manager.existsBy(FourEyesInForce, { id: theRow }));
  }

  /** From now on, until two people end it. */
  async need(): Promise<void> {
    const { store, audit, clock } = this.#parts;
    await store.transaction([locks.fourEyes], async (manager) => {
      if (await manager.existsBy(FourEyesInForce, { id: theRow })) return;
      await manager.insert(FourEyesInForce, { id: theRow, since: instant(clock()) });
      await audit.write(manager, clock(), 'fourEyesBegun', {});
    });
  }

  /** In the transaction that approves it. @returns false where none was needed */
  async needNoMore(manager: EntityManager): Promise<boolean> {
    const { affected } = await manager.delete(FourEyesInForce, { id: theRow });
    return affected === 1;
  }

  /** @returns the request, and whether it is new: the same work is asked for once, whoever asks */
  ask(
    { work, subject }: Work,
    { who, uid, by, why }: ByHand,
  ): Promise<{ request: ApprovalRequest; isNew: boolean }> {
    const { store, audit, clock } = this.#parts;
    if (why === null)
      throw new UnfreezeError('messageInvalid', '--reason: whoever approves it must know what it is for');
    return store.transaction([locks.fourEyes], async (manager) => {
      const now = clock();
      const open = await manager.findOneBy(ApprovalRequests, { work, subject, ...stillOpen(now) });
      if (open) return { request: open, isNew: false };
      const request: ApprovalRequest = {
        id: freshId(),
        work,
        subject,
        who,
        uid: uid === null ? null : String(uid),
        remark: by,
        why,
        askedAt: instant(now),
        expiresAt: instant(later(now, lasts)),
        decision: null,
        decidedBy: null,
        decidedAt: null,
      };
      await manager.insert(ApprovalRequests, request);
      const about = { request: request.id, work, ...JSON.parse(subject) };
      await audit.write(manager, now, 'approvalRequested', { ...about, who, uid, by, why });
      return { request, isNew: true };
    });
  }

  /** Those that wait for a second person, the oldest first. */
  open(): Promise<ApprovalRequest[]> {
    const { store, clock } = this.#parts;
    return store.read((manager) =>
      manager.find(ApprovalRequests, { where: stillOpen(clock()), order: { expiresAt: 'ASC', id: 'ASC' } }),
    );
  }

  /** @throws UnfreezeError `messageInvalid` where there is none, or it is not open (any more) */
  async named(id: string): Promise<ApprovalRequest> {
    const { store, clock } = this.#parts;
    const request = await store.read((manager) => manager.findOneBy(ApprovalRequests, { id }));
    if (!request) throw new UnfreezeError('messageInvalid', `there is no request ${id}`);
    assertOpen(request, instant(clock()));
    return request;
  }

  /**
   * That this operator is another than who has asked; a try of one's own is audited.
   * @throws UnfreezeError `messageInvalid`
   */
  async assertAnother({ id, who, uid }: ApprovalRequest, by: ByHand): Promise<void> {
    const { store, audit, clock } = this.#parts;
    if (who !== by.who && (uid === null || uid !== String(by.uid))) return;
    await store.transaction([], (manager) =>
      audit.write(manager, clock(), 'ownApprovalTried', { request: id, ...by }),
    );
    throw new UnfreezeError(
      'messageInvalid',
      `${id} was asked for by ${who}${uid === null ? '' : ` (uid ${uid})`}, and needs another operator with another login ` +
        'and another uid. Where all operators work under one uid, that needs the operator’s page of a later version.',
    );
  }

  /**
   * Decides it, in the transaction of what follows: of two at the same moment the second finds it decided.
   * @throws UnfreezeError `messageInvalid` where it is not open any more
   */
  async decide(
    manager: EntityManager,
    { id, who }: ApprovalRequest,
    by: ByHand,
    decided: { decision: 'approved'; effect: Effect } | { decision: 'refused' },
  ): Promise<void> {
    const { audit, clock } = this.#parts;
    const now = clock();
    const { decision } = decided;
    const { affected } = await manager.update(
      ApprovalRequests,
      { id, ...stillOpen(now) },
      { decision, decidedBy: by.who, decidedAt: instant(now) },
    );
    if (affected !== 1) {
      const request = await manager.findOneBy(ApprovalRequests, { id });
      if (request) assertOpen(request, instant(now));
      throw new UnfreezeError('messageInvalid', `there is no request ${id}`);
    }
    const action = decision === 'approved' ? 'approvalGiven' : 'approvalRefused';
    const effect = 'effect' in decided ? { effect: decided.effect } : {};
    await audit.write(manager, now, action, { request: id, askedBy: who, ...effect, ...by });
  }
}

function stillOpen(now: Date) {
  return { decision: IsNull(), expiresAt: MoreThan(instant(now)) };
}

function assertOpen({ id, decision, decidedBy, decidedAt, expiresAt }: ApprovalRequest, now: Instant): void {
  if (decision !== null)
    throw new UnfreezeError(
      'messageInvalid',
      `${id} was ${decision} by ${decidedBy} at ${decidedAt}: nothing was done now`,
    );
  if (expiresAt <= now)
    throw new UnfreezeError(
      'messageInvalid',
      `${id} has expired at ${expiresAt}: nothing was done; ask again`,
    );
}

function freshId(): string {
  return Array.from({ length: idLength }, () => signs[randomInt(signs.length)]).join('');
}
