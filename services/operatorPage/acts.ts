import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import type { Person } from '../../kit/login/sessions.ts';
import type { Store } from '../../kit/store/store.ts';
import { Instant } from '../../kit/time.ts';
import type { ApprovalRequest, Approvals, Decides } from '../approvals/approvals.ts';
import type { CardOperations } from '../cardSystem/cardOperations.ts';
import type { ByHand } from '../contract/byHand.ts';
import { CardReference } from '../contract/card.ts';
import { FreezeReason } from '../contract/freezeReason.ts';
import type { Act, ActAnswer, CasesOfPeople, Waiting } from '../contract/operatorFigures.ts';
import type { Resending } from '../notifications/resending.ts';

/** What a second person is asked about, where that is wanted. */
type NeedsSecond = Extract<Act, { act: 'release' | 'lift' | 'resend' }>;

type ActsDependencies = {
  store: Store;
  operations: CardOperations;
  resending: Resending;
  approvals: Approvals;
  /** Undefined where the bot's half is elsewhere. */
  casesOfPeople: CasesOfPeople | undefined;
  fourEyes: boolean;
};

/** What is asked for here and by the command alike, as it stands in the request. */
const subjects = {
  release: z.strictObject({ card: CardReference, since: Instant }),
  lift: z.strictObject({ card: CardReference, freeze: FreezeReason, since: Instant }),
  resend: z.strictObject({ message: z.string() }),
};
const isHere = (work: string): work is keyof typeof subjects => Object.hasOwn(subjects, work);

/** What an operator does with a card from the page, under the name that they logged in with. */
export class Acts {
  readonly #parts: ActsDependencies;

  constructor(parts: ActsDependencies) {
    this.#parts = parts;
  }

  /** @throws UnfreezeError `messageInvalid` where there is no such card */
  async act(act: Act, person: Person): Promise<ActAnswer> {
    const { operations, casesOfPeople } = this.#parts;
    const by = byHand(person, act.why);
    if (act.act === 'freeze') return done(await operations.freeze(act.card, act.freeze, by));
    if (act.act === 'close') {
      if (!casesOfPeople) throw new UnfreezeError('messageInvalid', 'a case is closed where the bot runs');
      return done(await casesOfPeople.close(act.case, by));
    }
    return (await this.#needsSecond()) ? this.#asks(act, by) : done(await this.#doesAtOnce(act, by));
  }

  async #doesAtOnce(act: NeedsSecond, by: ByHand): Promise<boolean> {
    const { operations, resending } = this.#parts;
    if (act.act === 'resend') return resending.resend(act.message, by);
    if (act.act === 'release') return (await operations.release(act.card, by)).released;
    return (await operations.lift(act.card, act.freeze, by)) !== undefined;
  }

  async waiting({ login }: Person): Promise<Waiting[]> {
    const open = await this.#parts.approvals.open();
    return open.map(({ id, work, subject, who, why, expiresAt }) => {
      const { card = null, freeze = null } = JSON.parse(subject);
      return { id, work, card, freeze, who, why, expiresAt, isDoable: isHere(work), isOwn: who === login };
    });
  }

  /** @throws UnfreezeError `messageInvalid` where it is one's own, is over, or is decided already */
  async decide(id: string, decision: 'approve' | 'refuse', person: Person, why: string): Promise<ActAnswer> {
    const { approvals, store } = this.#parts;
    const by = byHand(person, why);
    const request = await approvals.named(id);
    if (decision === 'refuse') {
      await store.transaction([], (manager) =>
        approvals.decide(manager, request, by, { decision: 'refused' }),
      );
      return { outcome: 'done' };
    }
    await approvals.assertAnother(request, by);
    const decides: Decides = (manager, effect) =>
      approvals.decide(manager, request, by, { decision: 'approved', effect });
    return done(await this.#does(request, by, decides));
  }

  async #does(request: ApprovalRequest, approver: ByHand, decides: Decides): Promise<boolean> {
    const { operations } = this.#parts;
    const { id, work, who, uid, remark, why } = request;
    const asker = { who, uid: uid === null ? null : Number(uid), by: remark, why };
    const by = { ...asker, request: id, approvedBy: approver.who };
    const subject: unknown = JSON.parse(request.subject);
    if (work === 'release') {
      const { card, since } = subjects.release.parse(subject);
      return (await operations.release(card, by, { since, decides })).released;
    }
    if (work === 'lift') {
      const { card, freeze, since } = subjects.lift.parse(subject);
      return (await operations.lift(card, freeze, by, { since, decides })) !== undefined;
    }
    if (work === 'resend')
      return this.#parts.resending.resend(subjects.resend.parse(subject).message, by, decides);
    throw new UnfreezeError('messageInvalid', `${work} is approved on the command line`);
  }

  async #asks(act: NeedsSecond, by: ByHand): Promise<ActAnswer> {
    const subject = await this.#subjectOf(act);
    if (!subject) return { outcome: 'nothing' };
    const { approvals } = this.#parts;
    const { request } = await approvals.ask({ work: act.act, subject: JSON.stringify(subject) }, by);
    return { outcome: 'asked', request: request.id, until: request.expiresAt };
  }

  /** What is asked for, as it stands now; undefined where there is nothing to be done. */
  async #subjectOf(act: NeedsSecond): Promise<object | undefined> {
    const { operations } = this.#parts;
    if (act.act === 'resend') return { message: act.message };
    const { card } = act;
    if (act.act === 'release') {
      const { since } = await operations.lockedSince(card);
      return since === undefined ? undefined : { card, since };
    }
    const since = await operations.frozenSince(card, act.freeze);
    return since === undefined ? undefined : { card, freeze: act.freeze, since };
  }

  async #needsSecond(): Promise<boolean> {
    const { fourEyes, approvals } = this.#parts;
    return fourEyes || (await approvals.areNeeded());
  }
}

function done(isDone: boolean): ActAnswer {
  return { outcome: isDone ? 'done' : 'nothing' };
}

/** The name of the log-in is the provider's word, not the operator's own. */
function byHand({ login }: Person, why: string): ByHand {
  return { who: login.slice(0, 100), uid: null, by: null, why };
}
