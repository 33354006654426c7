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
import { handOutcomes } from '../contract/handOutcomes.ts';
import type { Act, ActAnswer, CasesOfPeople, OpenMatters, Waiting } from '../contract/operatorFigures.ts';
import type { Resending } from '../notifications/resending.ts';
import type { OpenUnfreezings } from '../processor/openUnfreezings.ts';

/** What a second person is asked about, where that is wanted. */
type NeedsSecond = Extract<Act, { act: 'release' | 'lift' | 'resend' | 'settle' }>;

type ActsDependencies = {
  store: Store;
  operations: CardOperations;
  /** Undefined where the cards stand in the bank's own card system. */
  embedded: object | undefined;
  resending: Resending;
  approvals: Approvals;
  openUnfreezings: Pick<OpenUnfreezings, 'list' | 'settleByHand'>;
  /** Has the events of a time go out once more; undefined where no system of the bank's own is told of any. */
  replays: ((during: { from: Instant; to?: Instant | undefined }, by: ByHand) => Promise<number>) | undefined;
  /** Undefined where the bot's half is elsewhere. */
  casesOfPeople: CasesOfPeople | undefined;
  fourEyes: boolean;
};

/** What is asked for here and by the command alike, as it stands in the request. */
const subjects = {
  release: z.strictObject({ card: CardReference, since: Instant }),
  lift: z.strictObject({ card: CardReference, freeze: FreezeReason, since: Instant }),
  resend: z.strictObject({ message: z.string() }),
  settle: z.strictObject({ unfreezing: z.string(), outcome: z.enum(handOutcomes) }),
};
type Settled = z.infer<typeof subjects.settle>;
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
    if ((act.act === 'freeze' || act.act === 'lift') && !this.#parts.embedded)
      throw new UnfreezeError('messageInvalid', 'it is frozen and lifted in the bank’s own card system');
    if (act.act === 'freeze') return done(await operations.freeze(act.card, act.freeze, by));
    if (act.act === 'close') {
      if (!casesOfPeople) throw new UnfreezeError('messageInvalid', 'a case is closed where the bot runs');
      return done(await casesOfPeople.close(act.case, by));
    }
    if (act.act === 'replay') {
      if (!this.#parts.replays) throw new UnfreezeError('messageInvalid', 'nobody is told of events');
      return { outcome: 'done', events: await this.#parts.replays({ from: act.from, to: act.to }, by) };
    }
    return (await this.#needsSecond()) ? this.#asks(act, by) : done(await this.#doesAtOnce(act, by));
  }

  async #doesAtOnce(act: NeedsSecond, by: ByHand): Promise<boolean> {
    const { operations, resending } = this.#parts;
    if (act.act === 'settle') return this.#settles(act, by);
    if (act.act === 'resend') return resending.resend(act.message, by);
    if (act.act === 'release') return (await operations.release(act.card, by)).released;
    return (await operations.lift(act.card, act.freeze, by)) !== undefined;
  }

  /** @returns false where its end is known meanwhile: then nothing is left to decide */
  async #settles({ unfreezing, outcome }: Settled, by: ByHand, decides?: Decides): Promise<boolean> {
    const { openUnfreezings, store } = this.#parts;
    if (!(await this.#isOpen(unfreezing))) {
      if (decides) await store.transaction([], (manager) => decides(manager, 'none'));
      return false;
    }
    await openUnfreezings.settleByHand(unfreezing, outcome, by, decides);
    return true;
  }

  async #isOpen(unfreezing: string): Promise<boolean> {
    return (await this.#parts.openUnfreezings.list()).some(({ id }) => id === unfreezing);
  }

  async matters(): Promise<OpenMatters> {
    const open = await this.#parts.openUnfreezings.list();
    const unfreezings = open.map(({ id, card, lastFour, freezes, channel, claimedAt }) => ({
      ...{ unfreezing: id, card, last4: lastFour, freezes, channel, since: claimedAt },
    }));
    return { unfreezings, tellsEvents: this.#parts.replays !== undefined };
  }

  async waiting({ login }: Person): Promise<Waiting[]> {
    const open = await this.#parts.approvals.open();
    return open.map(({ id, work, subject, who, why, expiresAt }) => {
      const { card = null, freeze = null, message, unfreezing, outcome } = JSON.parse(subject);
      const about = [message, unfreezing, outcome].filter((one) => typeof one === 'string').join(' ') || null;
      return {
        id,
        work,
        card,
        freeze,
        about,
        who,
        why,
        expiresAt,
        isDoable: isHere(work),
        isOwn: who === login,
      };
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
    if (work === 'settle') return this.#settles(subjects.settle.parse(subject), by, decides);
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
    if (act.act === 'settle') {
      const { unfreezing, outcome } = act;
      return (await this.#isOpen(unfreezing)) ? { unfreezing, outcome } : undefined;
    }
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
