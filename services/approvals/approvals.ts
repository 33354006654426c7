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

type ApprovalsDependencies = { store: Store; audit: Audit; clock: Clock };

/** The work that is asked for: its kind, and the JSON of what it is done to. */
export type RequestedWork = { work: string; subject: string };

/** The result of an approval: `none` where there was nothing left to do. */
export type Effect = 'done' | 'none';

/** Decides a request in the transaction that does its work; throws where another person has decided it. */
export type Decides = (manager: EntityManager, effect: Effect) => Promise<void>;

/** A request stays open this long, so that a colleague can approve it the next day. */
const lasts = 24 * hours;

/** The signs of a request's id. None of them looks like another. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const idLength = 6;

const theRow = 'four_eyes';

/**
 * Work that needs a second person: one operator asks, another approves, and the approval does the work. Nobody can
 * approve their own request: neither the uid nor the login may be the same.
 */
export class Approvals {
  readonly #parts: ApprovalsDependencies;

  constructor(parts: ApprovalsDependencies) {
    this.#parts = parts;
  }

  /**
   * Whether a second person is needed. A service that runs with FOUR_EYES has written it into the database, so a
   * command cannot be run without it.
   */
  areNeeded(): Promise<boolean> {
    return this.#parts.store.read((manager) => manager.existsBy(FourEyesInForce, { id: theRow }));
  }

  /** Demands a second person from now on, until two people end it. */
  async need(): Promise<void> {
    const { store, audit, clock } = this.#parts;
    await store.transaction([locks.fourEyes], async (manager) => {
      if (await manager.existsBy(FourEyesInForce, { id: theRow })) return;
      await manager.insert(FourEyesInForce, { id: theRow, since: instant(clock()) });
      await audit.write(manager, clock(), 'fourEyesBegun', {});
    });
  }

  /** Ends the demand, in the transaction of the approval. @returns false where there was no demand */
  async needNoMore(manager: EntityManager): Promise<boolean> {
    const { affected } = await manager.delete(FourEyesInForce, { id: theRow });
    return affected === 1;
  }

  /**
   * Asks for work. Only one request for the same work is open at a time, whoever asks. @returns the request, and
   * whether it is new
   */
  ask(
    { work, subject }: RequestedWork,
    { who, uid, by, why }: ByHand,
  ): Promise<{ request: ApprovalRequest; isNew: boolean }> {
    const { store, audit, clock } = this.#parts;
    if (why === null)
      throw new UnfreezeError('messageInvalid', '--reason: the operator who approves it must know why');
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

  /** The requests that wait for a second person, the oldest first. */
  open(): Promise<ApprovalRequest[]> {
    const { store, clock } = this.#parts;
    return store.read((manager) =>
      manager.find(ApprovalRequests, { where: stillOpen(clock()), order: { expiresAt: 'ASC', id: 'ASC' } }),
    );
  }

  /**
   * The open request with this id. @throws UnfreezeError `messageInvalid` where there is none, or it is not open any
   * more
   */
  async named(id: string): Promise<ApprovalRequest> {
    const { store, clock } = this.#parts;
    const request = await store.read((manager) => manager.findOneBy(ApprovalRequests, { id }));
    if (!request) throw new UnfreezeError('messageInvalid', `there is no request ${id}`);
    assertOpen(request, instant(clock()));
    return request;
  }

  /**
   * Checks that this operator is not the one who asked. A try to approve one's own request is written to the audit
   * trail.
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
        'and another uid. Where all operators work under one uid, they approve on the operator’s page.',
    );
  }

  /**
   * Decides a request, in the transaction of its work. Of two decisions at once the second finds the first.
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
